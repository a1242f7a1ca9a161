namespace Gan.Evaluation.Tables.Similarity;

/// <summary>A column made ready to be compared: sorted, coded and standardised once, however many columns it is compared with.</summary>
internal sealed class ColumnProfile
{
    private readonly double[] _sorted = [];
    private readonly Deciles? _deciles;
    private readonly Correlation? _correlation;
    private readonly Codes _codes;

    private ColumnProfile(EvaluatedColumn column, ColumnProfile? real)
    {
        if (column is EvaluatedCategories categories)
        {
            _codes = new Codes(categories.Codes, categories.Categories.Count);
            return;
        }
        var numbers = (EvaluatedNumbers)column;
        _sorted = numbers.Sorted();
        _deciles = real?._deciles ?? new Deciles(_sorted);
        _codes = _deciles.Code(numbers.Values);
        _correlation = new Correlation(numbers.Values);
    }

    /// <summary>A column of the real table.</summary>
    public static ColumnProfile OfReal(EvaluatedColumn column) => new(column, null);

    /// <summary>The synthetic column beside this real one: its numbers are cut at the real column's deciles.</summary>
    public ColumnProfile OfSynthetic(EvaluatedColumn column) => new(column, this);

    /// <summary>How alike this real column and a synthetic one are; null when there is nothing to compare.</summary>
    public double? Shape(ColumnProfile synthetic)
    {
        if (_deciles is not null) return KolmogorovSmirnov.Complement(_sorted, synthetic._sorted);
        var count = Math.Max(_codes.Count, synthetic._codes.Count);
        return TotalVariation.Complement(TotalVariation.Counts(_codes.Cells, count), TotalVariation.Counts(synthetic._codes.Cells, count));
    }

    /// <summary>How this column and another one of its table go together.</summary>
    /// <returns>The correlation of two columns of numbers, else Cramér's V of categories and deciles.</returns>
    public (double? Value, bool IsCorrelation) AssociationWith(ColumnProfile other) => _correlation is not null && other._correlation is not null
        ? (Correlation.Between(_correlation, other._correlation), true)
        : (Contingency.CramersV(_codes, other._codes), false);

    /// <summary>How alike two columns' joint distributions are in the real and in the synthetic table, when not both are of numbers.</summary>
    public static double? Contingencies((ColumnProfile First, ColumnProfile Second) real, (ColumnProfile First, ColumnProfile Second) synthetic) =>
        Contingency.Similarity((real.First._codes, real.Second._codes), (synthetic.First._codes, synthetic.Second._codes));
}
