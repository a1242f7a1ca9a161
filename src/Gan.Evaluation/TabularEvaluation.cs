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
internal sealed class TabularEvaluation(MLContext mlContext, EvaluatedTable real, EvaluatedTable synthetic, EvaluatedTable? test)
{
    private const double HeldOutShare = 0.2;

    /// <summary>Measures everything.</summary>
    /// <param name="label">The position of the column that utility is measured on; null for none.</param>
    public TabularGanMetrics Measure(int? label)
    {
        var measure = new SimilarityMeasure(real);
        var similarity = measure.Measure(synthetic);
        var (realUtility, syntheticUtility) = label is { } position && real.Columns.Count > 1 ? Utilities(position) : default;
        return new TabularGanMetrics((metrics, writer) => new ReportPage(metrics, real, synthetic).Write(writer))
        {
            ColumnShapes = similarity.Shape,
            ColumnPairTrends = similarity.Trend,
            StrongPairTrends = similarity.StrongTrend,
            Ceiling = Ceiling(measure),
            Columns = [.. similarity.Shapes.Select(Column)],
            ColumnPairs = [.. similarity.Pairs.Where(pair => pair.Trend is not null).Select(pair => Pair(pair.Pair, pair.Trend!.Value))],
            RealUtility = realUtility,
            SyntheticUtility = syntheticUtility,
            DetectionAuc = DetectionMeasure.Auc(mlContext, real, test ?? real, synthetic),
            CopyRate = ExactCopies.Rate(real, synthetic),
            CloserToTrain = test is null ? null : NearestRecords.CloserToTrain(real, synthetic, test),
            RangeViolation = ValidityMeasure.RangeViolation(real, synthetic),
            BadCategory = ValidityMeasure.BadCategory(real, synthetic),
            CategoryCoverage = ValidityMeasure.CategoryCoverage(real, synthetic),
            MissingRateGap = ValidityMeasure.MissingRateGap(real, synthetic),
        };
    }

    private TabularCeiling Ceiling(SimilarityMeasure measure)
    {
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
    private (TabularUtility? Real, TabularUtility? Synthetic) Utilities(int label)
    {
        var rows = RowSample.Draw(real.RowCount, real.RowCount, RowSample.Purpose.HeldOut);
        var heldOut = test is null ? (int)(real.RowCount * HeldOutShare) : 0;
        var tested = test is null ? rows[..heldOut].Select(row => (real, row)) : RowsOf(test);
        var measure = new UtilityMeasure(mlContext, real, label, tested);
        return (measure.Of(rows[heldOut..].Select(row => (real, row))), measure.Of(RowsOf(synthetic)));
    }

    private static IEnumerable<(EvaluatedTable, int)> RowsOf(EvaluatedTable table) => Enumerable.Range(0, table.RowCount).Select(row => (table, row));

    private TabularColumnMetrics Column(double? shape, int position) => new()
    {
        Name = real.Columns[position].Name,
        IsCategorical = real.Columns[position] is EvaluatedCategories,
        Shape = shape,
        RealMissingRate = real.Columns[position].MissingRate,
        SyntheticMissingRate = synthetic.Columns[position].MissingRate,
    };

    private TabularPairMetrics Pair(ColumnPair pair, double trend) => new()
    {
        First = real.Columns[pair.First].Name,
        Second = real.Columns[pair.Second].Name,
        Trend = trend,
        RealAssociation = pair.Association,
        IsStrong = pair.IsStrong,
    };
}
