using Gan.Evaluation.Tables.Models;
using Microsoft.ML;

namespace Gan.Evaluation.Tables.Detection;

/// <summary>The classifier two-sample test as SDMetrics scores it: 1 if a classifier can't tell the tables apart, 0 if it always can.</summary>
/// <remarks>
/// 1 − mean over three folds of (2 max(AUC, ½) − 1). All rows of both tables take part, shuffled; neither copies nor rows that a generator
/// learnt by heart are looked after, so that they raise the score. <see cref="DetectionMeasure"/> does look after them.
/// </remarks>
internal static class TwoSampleTest
{
    private const int Folds = 3;

    /// <summary>The score of one kind of classifier; null with fewer rows than a fold of <see cref="DetectionMeasure.LeastRows"/> needs.</summary>
    public static double? Score(MLContext mlContext, EvaluatedTable real, EvaluatedTable synthetic, Func<MLContext, IEstimator<ITransformer>> trainer)
    {
        if (Math.Min(real.RowCount, synthetic.RowCount) < DetectionMeasure.LeastRows || real.Columns.Count == 0) return null;
        var both = real.Append(synthetic);
        var encoding = new OneHotEncoding(real, both);
        (int Row, bool IsReal, int Fold)[] rows =
        [
            .. FoldsOf(real, RowSample.Purpose.Folds).Index().Select(row => (row.Index, true, row.Item)),
            .. FoldsOf(synthetic, RowSample.Purpose.SyntheticFolds).Index().Select(row => (real.RowCount + row.Index, false, row.Item)),
        ];
        return 1 - Enumerable.Range(0, Folds).Average(fold => 2 * Math.Max(Auc(fold), 0.5) - 1);

        double Auc(int fold)
        {
            var held = rows.Where(row => row.Fold == fold).ToArray();
            var scores = TwoSampleModels.Scores(trainer(mlContext), Rows(rows.Where(row => row.Fold != fold)), Rows(held));
            return scores is null ? 0.5 : RocCurve.Area(scores, Array.ConvertAll(held, row => row.IsReal))!.Value;
        }

        IDataView Rows(IEnumerable<(int Row, bool IsReal, int Fold)> some) =>
            encoding.Rows(mlContext, both, some.Select(row => (row.Row, row.IsReal)));
    }

    private static int[] FoldsOf(EvaluatedTable table, RowSample.Purpose purpose)
    {
        var folds = new int[table.RowCount];
        foreach (var (place, row) in RowSample.Draw(table.RowCount, table.RowCount, purpose).Index()) folds[row] = place % Folds;
        return folds;
    }
}
