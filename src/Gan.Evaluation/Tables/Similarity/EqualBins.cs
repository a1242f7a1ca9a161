namespace Gan.Evaluation.Tables.Similarity;

/// <summary>Ten equally wide bins between a column's least and greatest number, as SDMetrics cuts numbers.</summary>
/// <remarks>
/// The bin of a value is the number of edges at or below it: 0 below the least, 11 from the greatest on. Missing cells have a bin of their own.
/// A column of one number has its bins within ½ of it, as NumPy has them.
/// </remarks>
internal sealed class EqualBins
{
    private const int Count = 10;

    private readonly Magnitude _unit;
    private readonly double[] _edges = new double[Count + 1];

    public EqualBins(EvaluatedNumbers column)
    {
        _unit = Magnitude.OfExtreme(column.Values);
        var sorted = Array.ConvertAll(column.Sorted(), _unit.Down);
        if (sorted.Length == 0) return;
        var (least, greatest) = sorted[0] < sorted[^1] ? (sorted[0], sorted[^1]) : (sorted[0] - 0.5, sorted[0] + 0.5);
        var width = (greatest - least) / Count;
        for (var edge = 0; edge < Count; edge++) _edges[edge] = least + edge * width;
        _edges[Count] = greatest;
    }

    /// <summary>The bin of each value.</summary>
    public Codes Code(double[] values) => new(Array.ConvertAll(values, BinOf), Count + 3);

    private int BinOf(double value)
    {
        if (double.IsNaN(value)) return Count + 2;
        var number = _unit.Down(value);
        var bin = 0;
        while (bin < _edges.Length && number >= _edges[bin]) bin++;
        return bin;
    }
}
