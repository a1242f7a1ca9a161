namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Values of a set, as codes.</summary>
/// <param name="schema">What ML.NET says of the column.</param>
/// <param name="codes">The code of each row; −1 where missing.</param>
/// <param name="categories">The categories, the commonest first: the code of a category is its place.</param>
internal sealed class CategoryColumn(ColumnSchema schema, int[] codes, IReadOnlyList<Category> categories)
    : TableColumn(schema, TabularColumnRole.Categorical)
{
    public const int Missing = -1;

    public int[] Codes => codes;

    public IReadOnlyList<Category> Categories => categories;

    public override int RowCount => codes.Length;

    public override int MissingCount { get; } = codes.Count(code => code == Missing);

    public override bool IsMissing(int row) => codes[row] == Missing;

    /// <summary>The codes that other columns of the same schema give to this one's cells: missing where the category is not among theirs.</summary>
    /// <param name="others">The categories of the other column.</param>
    public int[] CodesAmong(IReadOnlyList<Category> others)
    {
        var codeOf = others.Index().ToDictionary(other => other.Item with { Count = 0 }, other => other.Index);
        int[] own = [.. categories.Select(category => codeOf.GetValueOrDefault(category with { Count = 0 }, Missing))];
        return Array.ConvertAll(codes, code => code == Missing ? Missing : own[code]);
    }
}
