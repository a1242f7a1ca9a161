using Microsoft.ML.Gan.Tabular.Encoding;

namespace Microsoft.ML.Gan.Tabular;

/// <summary>The map from the network's outputs for a column to the column's steps: straight between knots.</summary>
/// <param name="Outputs">The network's outputs at the knots, ascending; equal neighbours are a jump.</param>
/// <param name="Steps">The steps at the knots, ascending.</param>
internal sealed record NumberScale(float[] Outputs, double[] Steps)
{
    /// <summary>Fits the scale to outputs that the network gives, so that samples have the column's own distribution.</summary>
    /// <param name="knots">The column's quantile function.</param>
    /// <param name="outputs">Outputs of the network, ascending.</param>
    public static NumberScale Of(QuantileKnots knots, float[] outputs) => new(Array.ConvertAll(knots.Ranks, rank => Quantile(outputs, rank)), knots.Values);

    private static float Quantile(float[] sorted, double rank)
    {
        var place = rank * sorted.Length - 0.5;
        var below = Math.Clamp((int)Math.Floor(place), 0, sorted.Length - 1);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return (float)(sorted[below] + Math.Clamp(place - below, 0, 1) * (sorted[above] - sorted[below]));
    }
}
