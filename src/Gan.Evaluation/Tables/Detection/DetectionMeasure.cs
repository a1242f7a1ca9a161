using Gan.Evaluation.Tables.Models;
using Microsoft.ML;

namespace Gan.Evaluation.Tables.Detection;

/// <summary>Whether a model can tell synthetic from real rows.</summary>
internal static class DetectionMeasure
{
    private const int MostRows = 5_000, LeastRows = 30, Folds = 3;

    /// <summary>The AUC of boosted trees over equally many rows of both tables; null with too few rows.</summary>
    /// <remarks>Each row is scored by a model that has not seen it.</remarks>
    /// <param name="mlContext">Trains the models.</param>
    /// <param name="table">The table that says what categories there are.</param>
    /// <param name="real">Real rows, best such as the synthetic table was not made from.</param>
    /// <param name="synthetic">Synthetic rows.</param>
    public static double? Auc(MLContext mlContext, EvaluatedTable table, EvaluatedTable real, EvaluatedTable synthetic)
    {
        var count = Math.Min(Math.Min(real.RowCount, synthetic.RowCount), MostRows);
        if (count < LeastRows) return null;
        var encoding = new FeatureEncoding(table, null);
        var trees = new BoostedTrees(mlContext, 100, 0.1, 20);
        var (scores, isSynthetic) = (new List<float>(), new List<bool>());
        var rows = Rows(synthetic, count, 1, RowSample.Purpose.SyntheticRows).Zip(Rows(real, count, 0, RowSample.Purpose.TestRows)).ToArray();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = Pairs(rows.Where((_, position) => position % Folds == fold));
            var others = Pairs(rows.Where((_, position) => position % Folds != fold));
            scores.AddRange(trees.Probabilities(encoding.Rows(mlContext, others), encoding.Rows(mlContext, held)) ?? new float[held.Length]);
            isSynthetic.AddRange(held.Select(row => row.Target > 0));
        }
        return RocCurve.Area([.. scores], [.. isSynthetic]);
    }

    private static IEnumerable<(EvaluatedTable Table, int Row, float Target)> Rows(
        EvaluatedTable table, int count, float target, RowSample.Purpose purpose) =>
        RowSample.Draw(table.RowCount, count, purpose).Select(row => (table, row, target));

    private static T[] Pairs<T>(IEnumerable<(T, T)> pairs) => [.. pairs.SelectMany(pair => new[] { pair.Item1, pair.Item2 })];
}
