namespace Gan.Onnx;

/// <summary>What is to hold of the cells of a column, and the file can't be told: several categories, or numbers of some ranges.</summary>
/// <param name="Index">Which of the file's columns it is of.</param>
/// <param name="Column">The column.</param>
/// <param name="Codes">The categories that fit; empty for numbers.</param>
/// <param name="Ranges">The numbers that fit; empty for categories.</param>
/// <param name="AllowsMissing">Whether a missing cell fits.</param>
internal sealed record CellWish(int Index, CellColumn Column, IReadOnlySet<double> Codes, IReadOnlyList<CellRange> Ranges, bool AllowsMissing)
{
    /// <value>The one number that fits; null if others do, too.</value>
    public double? Value => Ranges is [{ IsOne: true, Least: var value }] && !AllowsMissing ? value : null;

    public bool Holds(double cell)
    {
        if (double.IsNaN(cell)) return AllowsMissing;
        if (Ranges.Count == 0) return Codes.Contains(cell);
        foreach (var range in Ranges)
            if (range.Holds(cell)) return true;
        return false;
    }
}
