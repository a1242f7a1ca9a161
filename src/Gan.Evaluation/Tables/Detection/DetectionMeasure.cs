using Gan.Evaluation.Tables.Models;
using Microsoft.ML;

namespace Gan.Evaluation.Tables.Detection;

/// <summary>Whether a model can tell synthetic from real rows.</summary>
internal static class DetectionMeasure
{
    /// <summary>The fewest rows of either table that can be told apart.</summary>
    public const int LeastRows = 30;

    private const int MostRows = 5_000, Folds = 3, MostRareRows = 4;

    /// <summary>The AUC of boosted trees over equally many rows of both tables; null with too few rows, or without columns.</summary>
    /// <remarks>
    /// Each row is scored by a model that has not seen it, nor its copy: a model that has seen a row as real would call the copy real.
    /// What a category is to the model, both tables say together. If the real one alone said it, new real rows would be told
    /// by categories that no generator can know of. Those of less than five rows count as one.
    /// </remarks>
    /// <param name="mlContext">Trains the models.</param>
    /// <param name="real">Real rows, best such as the synthetic table was not made from.</param>
    /// <param name="synthetic">Synthetic rows.</param>
    public static double? Auc(MLContext mlContext, EvaluatedTable real, EvaluatedTable synthetic)
    {
        var count = Math.Min(Math.Min(real.RowCount, synthetic.RowCount), MostRows);
        if (count < LeastRows || real.Columns.Count == 0) return null;
        var made = synthetic.At(RowSample.Draw(synthetic.RowCount, count, RowSample.Purpose.SyntheticRows));
        var original = CopyPairs.Align(real.At(RowSample.Draw(real.RowCount, count, RowSample.Purpose.TestRows)), made);
        var both = MergeRare(made.Append(original));
        var encoding = new FeatureEncoding(both, null);
        var trees = new BoostedTrees(mlContext, 100, 0.1, 20);
        var (scores, isSynthetic) = (new List<float>(), new List<bool>());
        var rows = Enumerable.Range(0, count);
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = Pairs(rows.Where(row => row % Folds == fold));
            var others = Pairs(rows.Where(row => row % Folds != fold));
            scores.AddRange(trees.Probabilities(encoding.Rows(mlContext, others), encoding.Rows(mlContext, held)) ?? new float[held.Length]);
            isSynthetic.AddRange(held.Select(row => row.Target > 0));
        }
        return RocCurve.Area([.. scores], [.. isSynthetic]);

        (EvaluatedTable, int, float Target)[] Pairs(IEnumerable<int> rows) =>
            [.. rows.SelectMany(row => new[] { (both, row, 1f), (both, count + row, 0f) })];
    }

    private static EvaluatedTable MergeRare(EvaluatedTable table) => table with
    {
        Columns = [.. table.Columns.Select(column =>
            column is EvaluatedCategories categories ? categories.Merge(categories.RareCodes(MostRareRows)) : column)],
    };
}
