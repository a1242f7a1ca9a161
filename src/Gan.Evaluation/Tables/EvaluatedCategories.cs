namespace Gan.Evaluation.Tables;

/// <summary>A column of categories, in the order of the rows. A missing cell is a category like the others, with an empty text.</summary>
/// <remarks>Columns to be compared have their codes of one <see cref="CategoryCodes"/>.</remarks>
internal sealed record EvaluatedCategories(string Name, int[] Codes, CategoryCodes Categories) : EvaluatedColumn(Name)
{
    public override double MissingRate =>
        Codes.Length == 0 || Categories.Missing is not { } missing ? 0 : (double)Codes.AsSpan().Count(missing) / Codes.Length;

    public override EvaluatedCategories At(int[] rows) => this with { Codes = Array.ConvertAll(rows, row => Codes[row]) };
}
