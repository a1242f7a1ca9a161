namespace Gan.AspNetCore;

/// <summary>What the rows of a model look like.</summary>
/// <param name="Size">The values of a row.</param>
/// <param name="ColumnNames">Their columns as CSV: where there are classes they come first, as <c>Label</c>.</param>
/// <param name="Images">The shape of images; null where rows are none.</param>
internal sealed record RowShape(int Size, IEnumerable<string> ColumnNames, ImageShape? Images)
{
    private const int MostRows = 256;
    private const int MostValues = 1 << 20;

    /// <value>The most rows that are made, or written, at once: as many as need little memory.</value>
    public int RowsAtOnce => Math.Clamp(MostValues / Size, 1, MostRows);
}
