namespace Gan.Tool.Data.Forms;

/// <summary>A column's cells: each different text once, and which of them each row has.</summary>
/// <param name="Texts">The texts without padding; null for a missing cell.</param>
/// <param name="Rows">For each row, the place of its text.</param>
internal sealed record ColumnCells(IReadOnlyList<string?> Texts, IReadOnlyList<int> Rows)
{
    /// <value>The different texts of cells that are not missing.</value>
    public IReadOnlyList<string> Values { get; } = [.. Texts.OfType<string>()];

    public bool HasMissing => Values.Count < Texts.Count;

    /// <summary>For each row, what its text is turned into.</summary>
    public IEnumerable<T> Select<T>(Func<string?, T> convert)
    {
        var converted = Texts.Select(convert).ToArray();
        return Rows.Select(row => converted[row]);
    }
}
