namespace Microsoft.ML.Gan.Evaluation;

/// <summary>A column of categories, in the order of the rows. A missing cell is a category like the others, with an empty text.</summary>
/// <remarks>Columns to be compared have their codes of one <see cref="CategoryIndex"/>.</remarks>
internal sealed record CategoricalColumn(string Name, int[] Codes, CategoryIndex Categories) : TableColumn(Name)
{
    public override double MissingRate => Codes.Length == 0 || Categories.Missing is not { } missing ? 0 : (double)Codes.AsSpan().Count(missing) / Codes.Length;

    public override CategoricalColumn At(int[] rows) => this with { Codes = Array.ConvertAll(rows, row => Codes[row]) };
}
