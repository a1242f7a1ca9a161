namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>The map from the network's outputs for a column to the column's points: straight between knots.</summary>
/// <param name="Outputs">The network's outputs at the knots, ascending; equal neighbours are a jump.</param>
/// <param name="Points">The points at the knots, ascending.</param>
/// <param name="Ranks">The ranks at the knots, as the networks are taught them.</param>
internal sealed record QuantileMap(float[] Outputs, double[] Points, float[] Ranks)
{
    /// <summary>Fits the map to outputs that the network gives, so that samples have the column's own distribution.</summary>
    /// <param name="ranks">The column's quantile function.</param>
    /// <param name="outputs">Outputs of the network, ascending.</param>
    public static QuantileMap Of(NumberRanks ranks, float[] outputs) =>
        new(Array.ConvertAll(ranks.Knots.Ranks, rank => Quantile(outputs, rank)), ranks.Knots.Values, ranks.OfKnots);

    /// <summary>Fits the map to a distribution of outputs by bins, uniform within each.</summary>
    /// <param name="ranks">The column's quantile function.</param>
    /// <param name="edges">Where the bins begin and end, ascending.</param>
    /// <param name="shares">The share of each bin; together 1.</param>
    public static QuantileMap Of(NumberRanks ranks, IReadOnlyList<double> edges, IReadOnlyList<double> shares)
    {
        var below = new double[edges.Count];
        for (var bin = 0; bin < shares.Count; bin++) below[bin + 1] = below[bin] + shares[bin];
        return new(Array.ConvertAll(ranks.Knots.Ranks, Quantile), ranks.Knots.Values, ranks.OfKnots);

        float Quantile(double rank)
        {
            var bin = Array.FindIndex(below, 1, sum => sum >= rank) - 1;
            if (bin < 0) return (float)edges[^1];
            var part = shares[bin] > 0 ? Math.Clamp((rank - below[bin]) / shares[bin], 0, 1) : 1;
            return (float)(edges[bin] + part * (edges[bin + 1] - edges[bin]));
        }
    }

    /// <summary>The rank of an output; the middle of its ranks for a value that many rows share.</summary>
    public float RankOf(float output)
    {
        var above = Array.BinarySearch(Outputs, output);
        above = above < 0 ? ~above : above + 1;
        while (above < Outputs.Length && Outputs[above] == output) above++;
        if (above == 0) return Ranks[0];
        if (above == Outputs.Length) return Ranks[^1];
        var place = Points[above] == Points[above - 1] ? 0.5f : (output - Outputs[above - 1]) / (Outputs[above] - Outputs[above - 1]);
        return Ranks[above - 1] + place * (Ranks[above] - Ranks[above - 1]);
    }

    private static float Quantile(float[] sorted, double rank)
    {
        var place = rank * sorted.Length - 0.5;
        var below = Math.Clamp((int)Math.Floor(place), 0, sorted.Length - 1);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return (float)(sorted[below] + Math.Clamp(place - below, 0, 1) * (sorted[above] - sorted[below]));
    }
}
