using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Draws one of some categories by their shares.</summary>
internal sealed class CategoryDraw
{
    private readonly int[] _codes;
    private readonly long[] _ends;                                    // the running sum of the rows

    /// <param name="categories">All categories of the column.</param>
    /// <param name="codes">Those to draw from; at least one.</param>
    public CategoryDraw(IReadOnlyList<Category> categories, int[] codes)
    {
        _codes = codes;
        var end = 0L;
        _ends = Array.ConvertAll(codes, code => end += categories[code].Count);
    }

    /// <summary>The code at a share of the rows.</summary>
    /// <param name="share">From 0 up to, not with, 1.</param>
    public int CodeAt(double share)
    {
        var found = Array.BinarySearch(_ends, (long)(share * _ends[^1]));
        return _codes[found < 0 ? ~found : found + 1];
    }
}
