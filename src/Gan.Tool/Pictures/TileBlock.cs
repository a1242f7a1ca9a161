namespace Gan.Tool.Pictures;

/// <summary>Rows of images under a title.</summary>
internal sealed record TileBlock(string Title, IReadOnlyList<IReadOnlyList<float[]>> Rows)
{
    public int Columns => Rows.Max(row => row.Count);
}
