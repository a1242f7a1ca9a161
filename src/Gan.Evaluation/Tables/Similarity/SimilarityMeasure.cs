namespace Gan.Evaluation.Tables.Similarity;

/// <summary>Compares synthetic tables with one real table, which is prepared once.</summary>
/// <remarks>
/// Column shapes and pair trends as SDMetrics' quality report has them, with two differences: both tables are cut at the real column's deciles
/// (SDMetrics: ten equal bins between each table's own extremes), and a synthetic column that does not vary counts as uncorrelated
/// instead of not at all.
/// Cost: sorting each column, and one pass over the rows for each pair.
/// </remarks>
internal sealed class SimilarityMeasure
{
    private readonly ColumnProfile[] _real;
    private readonly ColumnPair[] _pairs;

    public SimilarityMeasure(EvaluatedTable real)
    {
        _real = [.. real.Columns.Select(ColumnProfile.OfReal)];
        _pairs = [.. Positions().Select(pair => PairOf(pair.First, pair.Second))];
    }

    /// <summary>Compares.</summary>
    /// <param name="synthetic">A table of the same columns in the same order, its categories coded as the real table's are.</param>
    public TableSimilarity Measure(EvaluatedTable synthetic)
    {
        var profiles = _real.Zip(synthetic.Columns, (real, column) => real.OfSynthetic(column)).ToArray();
        return new(
            [.. _real.Zip(profiles, (real, made) => real.Shape(made))],
            [.. _pairs.Select(pair => (pair, Trend(pair, profiles)))]);
    }

    private double? Trend(ColumnPair pair, ColumnProfile[] synthetic)
    {
        var (first, second) = (synthetic[pair.First], synthetic[pair.Second]);
        return pair.IsCorrelation
            ? Correlation.Similarity(pair.Association, first.AssociationWith(second).Value)
            : ColumnProfile.Contingencies((_real[pair.First], _real[pair.Second]), (first, second));
    }

    private ColumnPair PairOf(int first, int second)
    {
        var (association, isCorrelation) = _real[first].AssociationWith(_real[second]);
        return new ColumnPair(first, second, association, isCorrelation);
    }

    private IEnumerable<(int First, int Second)> Positions()
    {
        for (var first = 0; first < _real.Length; first++)
            for (var second = first + 1; second < _real.Length; second++) yield return (first, second);
    }
}
