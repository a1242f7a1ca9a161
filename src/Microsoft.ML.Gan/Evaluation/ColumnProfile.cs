namespace Microsoft.ML.Gan.Evaluation;

/// <summary>A column made ready to be compared: sorted, coded and standardised once, however many columns it is compared with.</summary>
internal sealed class ColumnProfile
{
    private readonly double[] _sorted = [];
    private readonly Deciles? _deciles;
    private readonly Correlation? _correlation;
    private readonly Coding _coding;

    private ColumnProfile(TableColumn column, ColumnProfile? real)
    {
        if (column is CategoricalColumn categories)
        {
            _coding = new Coding(categories.Codes, categories.Categories.Count);
            return;
        }
        var numbers = (NumericColumn)column;
        _sorted = numbers.Sorted();
        _deciles = real?._deciles ?? new Deciles(_sorted);
        _coding = _deciles.Code(numbers.Values);
        _correlation = new Correlation(numbers.Values);
    }

    /// <summary>A column of the real table.</summary>
    public static ColumnProfile OfReal(TableColumn column) => new(column, null);

    /// <summary>The synthetic column beside this real one: its numbers are cut at the real column's deciles.</summary>
    public ColumnProfile OfSynthetic(TableColumn column) => new(column, this);

    /// <summary>How alike this real column and a synthetic one are; null when there is nothing to compare.</summary>
    public double? Shape(ColumnProfile synthetic)
    {
        if (_deciles is not null) return KolmogorovSmirnov.Complement(_sorted, synthetic._sorted);
        var count = Math.Max(_coding.Count, synthetic._coding.Count);
        return TotalVariation.Complement(TotalVariation.Counts(_coding.Codes, count), TotalVariation.Counts(synthetic._coding.Codes, count));
    }

    /// <summary>How this column and another one of its table go together: the correlation of numbers, else Cramér's V of categories and deciles.</summary>
    public (double? Value, bool IsCorrelation) AssociationWith(ColumnProfile other) => _correlation is not null && other._correlation is not null
        ? (Correlation.Between(_correlation, other._correlation), true)
        : (Contingency.CramersV(_coding, other._coding), false);

    /// <summary>How alike two columns' joint distributions are in the real and in the synthetic table, when not both are of numbers.</summary>
    public static double? Contingencies((ColumnProfile First, ColumnProfile Second) real, (ColumnProfile First, ColumnProfile Second) synthetic) =>
        Contingency.Similarity((real.First._coding, real.Second._coding), (synthetic.First._coding, synthetic.Second._coding));
}
