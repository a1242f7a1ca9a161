namespace Gan.Evaluation.Tables;

/// <summary>A column of categories, in the order of the rows. A missing cell is a category like the others, with an empty text.</summary>
/// <remarks>Columns to be compared have their codes of one <see cref="CategoryCodes"/>.</remarks>
internal sealed record EvaluatedCategories(string Name, int[] Codes, CategoryCodes Categories) : EvaluatedColumn(Name)
{
    /// <summary>The code of all rare categories, where they count as one.</summary>
    public const int Rare = -1;

    public override double MissingRate =>
        Codes.Length == 0 || Categories.Missing is not { } missing ? 0 : (double)Codes.AsSpan().Count(missing) / Codes.Length;

    public override bool IsConstant => Array.TrueForAll(Codes, code => code == Codes[0]);

    public override EvaluatedCategories At(int[] rows) => this with { Codes = Array.ConvertAll(rows, row => Codes[row]) };

    public override EvaluatedCategories Append(EvaluatedColumn others) => this with { Codes = [.. Codes, .. ((EvaluatedCategories)others).Codes] };

    /// <summary>The categories that occur at most a few times; that of missing cells is none of them.</summary>
    public HashSet<int> RareCodes(int most) =>
        [.. Codes.CountBy(code => code).Where(code => code.Value <= most && code.Key != Categories.Missing).Select(code => code.Key)];

    /// <summary>The column with some categories taken for one.</summary>
    public EvaluatedCategories Merge(HashSet<int> codes) =>
        this with { Codes = Array.ConvertAll(Codes, code => codes.Contains(code) ? Rare : code) };
}
