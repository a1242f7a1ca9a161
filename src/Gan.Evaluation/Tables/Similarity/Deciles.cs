namespace Gan.Evaluation.Tables.Similarity;

/// <summary>The nine deciles of a column, as the edges that cut numbers into bins.</summary>
/// <remarks>
/// Equal deciles count once; missing cells have a bin of their own.
/// </remarks>
internal sealed class Deciles
{
    private const int Parts = 10;

    private readonly double[] _edges;

    /// <param name="sorted">The column's values without missing ones, in ascending order.</param>
    public Deciles(ReadOnlySpan<double> sorted)
    {
        var edges = new List<double>();
        for (var part = 0; part < Parts - 1 && sorted.Length > 0; part++)
        {
            var edge = Quantile.Of(sorted, 0.1 + part * 0.1);
            if (edges.Count == 0 || edge > edges[^1]) edges.Add(edge);
        }
        _edges = [.. edges];
    }

    public IReadOnlyList<double> Edges => _edges;

    /// <summary>The bin of each value: the number of edges at or below it.</summary>
    public Codes Code(ReadOnlySpan<double> values)
    {
        var codes = new int[values.Length];
        for (var row = 0; row < codes.Length; row++) codes[row] = double.IsNaN(values[row]) ? _edges.Length + 1 : BinOf(values[row]);
        return new Codes(codes, _edges.Length + 2);
    }

    private int BinOf(double value)
    {
        var bin = 0;
        while (bin < _edges.Length && value >= _edges[bin]) bin++;
        return bin;
    }
}
