using Gan.Evaluation.Report;
using Gan.Evaluation.Tables;
using Gan.Evaluation.Tables.Detection;
using Gan.Evaluation.Tables.Privacy;
using Gan.Evaluation.Tables.Similarity;
using Gan.Evaluation.Tables.Utility;
using Gan.Evaluation.Tables.Validity;
using Microsoft.ML;
using Microsoft.ML.Gan;

namespace Gan.Evaluation;

/// <summary>Measures a synthetic table against a real one.</summary>
/// <remarks>
/// Identifiers are left out: their categories say nothing of new rows, and two rows are no less alike for having different numbers.
/// Numbers among them still have a shape, go together with others and predict them, as the years of a yearly table do.
/// </remarks>
internal sealed class TabularEvaluation
{
    private const double HeldOutShare = 0.2;

    private readonly MLContext _mlContext;
    private readonly EvaluatedColumn? _label;
    private readonly EvaluatedColumn[] _identifiers;
    private readonly EvaluatedTables _all, _described, _compared;
    private readonly TabularEvaluationOptions _options;

    /// <param name="mlContext">Trains the models.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="labelColumnName">The column that utility is measured on; null for none.</param>
    /// <param name="options">What is measured beside what always is.</param>
    public TabularEvaluation(MLContext mlContext, EvaluatedTables tables, string? labelColumnName, TabularEvaluationOptions options)
    {
        _options = options;
        _mlContext = mlContext;
        _label = tables.Real.Columns.SingleOrDefault(column => column.Name == labelColumnName);
        _identifiers = [.. tables.Identifiers().Where(column => column != _label)];
        _all = tables;
        _described = tables.Without(_identifiers.Where(column => column is EvaluatedCategories));
        _compared = tables.Without(_identifiers);
    }

    /// <summary>Measures everything.</summary>
    /// <param name="rules">How many rows keep rules.</param>
    public TabularGanMetrics Measure(IReadOnlyList<TabularRuleMetrics>? rules = null)
    {
        var ((real, synthetic, _), (comparedReal, comparedSynthetic, comparedTest)) = (_described, _compared);
        var measure = new SimilarityMeasure(real);
        var similarity = measure.Measure(synthetic);
        var (realUtility, syntheticUtility) = _label is not null && real.Columns.Count > 1 ? Utilities(_label.Name) : default;
        var shapes = real.Columns.Zip(similarity.Shapes, (column, shape) => (column.Name, shape)).ToDictionary();
        var isComparable = comparedReal.Columns.Count > 0;
        return new TabularGanMetrics(
            (metrics, writer) => new ReportPage(metrics, _all.Real, _all.Synthetic).Write(writer),
            new EvaluationRemarks(_all, _label, _options.Attacks).Of)
        {
            ColumnShapes = similarity.Shape,
            ColumnPairTrends = similarity.Trend,
            StrongPairTrends = similarity.StrongTrend,
            Ceiling = Ceiling(measure),
            Columns = [.. _all.Real.Columns.Zip(
                _all.Synthetic.Columns, (column, made) => Column(column, made, shapes.GetValueOrDefault(column.Name)))],
            ColumnPairs = [.. similarity.Pairs.Where(pair => pair.Trend is not null).Select(pair => Pair(real, pair.Pair, pair.Trend!.Value))],
            RealUtility = realUtility,
            SyntheticUtility = syntheticUtility,
            DetectionAuc = DetectionMeasure.Auc(_mlContext, comparedTest ?? comparedReal, comparedSynthetic),
            CopyRate = isComparable ? ExactCopies.Rate(comparedReal, comparedSynthetic) : ExactCopies.Rate(_all.Real, _all.Synthetic),
            CloserToTrain = comparedTest is null || !isComparable
                ? null
                : NearestRecords.CloserToTrain(comparedReal, comparedSynthetic, comparedTest),
            RangeViolation = ValidityMeasure.RangeViolation(real, synthetic),
            BadCategory = ValidityMeasure.BadCategory(real, synthetic),
            CategoryCoverage = ValidityMeasure.CategoryCoverage(real, synthetic),
            MissingRateGap = ValidityMeasure.MissingRateGap(_all.Real, _all.Synthetic),
            Rules = rules ?? [],
            Identifiers = [.. _identifiers.Select(column => column.Name)],
            Protocol = _options.Protocol
                ? new ProtocolEvaluation(_mlContext, _options.ProtocolRows).Measure(real, synthetic, similarity.Shape)
                : null,
            Attacks = _options.Attacks ? AttackEvaluation.Run(_compared) : null,
        };
    }

    private TabularCeiling Ceiling(SimilarityMeasure measure)
    {
        var (real, synthetic, test) = _described;
        var rows = test is null
            ? real.At(RowSample.Resample(real.RowCount, synthetic.RowCount, RowSample.Purpose.Ceiling))
            : test.At(RowSample.Draw(test.RowCount, synthetic.RowCount, RowSample.Purpose.Ceiling));
        var similarity = measure.Measure(rows);
        return new TabularCeiling
        {
            ColumnShapes = similarity.Shape,
            ColumnPairTrends = similarity.Trend,
            StrongPairTrends = similarity.StrongTrend,
            RowCount = rows.RowCount,
            IsResample = test is null,
        };
    }

    /// <summary>Trained on the real and on the synthetic table, tested on the test table.</summary>
    /// <remarks>Without a test table a fifth of the real rows is the test, and the real model is trained on the others.</remarks>
    private (TabularUtility? Real, TabularUtility? Synthetic) Utilities(string label)
    {
        var (real, synthetic, test) = _described;
        var rows = RowSample.Draw(real.RowCount, real.RowCount, RowSample.Purpose.HeldOut);
        var heldOut = test is null ? (int)(real.RowCount * HeldOutShare) : 0;
        var tested = test is null ? rows[..heldOut].Select(row => (real, row)) : RowsOf(test);
        var measure = new UtilityMeasure(_mlContext, real, real.PositionOf(label), tested);
        return (measure.Of(rows[heldOut..].Select(row => (real, row))), measure.Of(RowsOf(synthetic)));
    }

    private static IEnumerable<(EvaluatedTable, int)> RowsOf(EvaluatedTable table) => Enumerable.Range(0, table.RowCount).Select(row => (table, row));

    private static TabularColumnMetrics Column(EvaluatedColumn real, EvaluatedColumn synthetic, double? shape) => new()
    {
        Name = real.Name,
        IsCategorical = real is EvaluatedCategories,
        Shape = shape,
        RealMissingRate = real.MissingRate,
        SyntheticMissingRate = synthetic.MissingRate,
    };

    private static TabularPairMetrics Pair(EvaluatedTable real, ColumnPair pair, double trend) => new()
    {
        First = real.Columns[pair.First].Name,
        Second = real.Columns[pair.Second].Name,
        Trend = trend,
        RealAssociation = pair.Association,
        IsStrong = pair.IsStrong,
    };
}
