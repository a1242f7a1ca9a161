using Gan.Evaluation.Tables;
using Gan.Evaluation.Tables.Coverage;
using Gan.Evaluation.Tables.Detection;
using Gan.Evaluation.Tables.Models;
using Gan.Evaluation.Tables.Similarity;
using Microsoft.ML;
using Microsoft.ML.Gan;

namespace Gan.Evaluation;

/// <summary>Measures a synthetic table as papers do.</summary>
/// <param name="mlContext">Trains the classifiers.</param>
/// <param name="mostRows">The most rows of either table that dear measures take; null for all.</param>
internal sealed class ProtocolEvaluation(MLContext mlContext, int? mostRows)
{
    /// <summary>Measures; null without columns.</summary>
    /// <param name="real">The rows that the generator was trained on.</param>
    /// <param name="synthetic">The synthetic ones.</param>
    /// <param name="shape">The mean of the columns' shapes.</param>
    public TabularProtocolMetrics? Measure(EvaluatedTable real, EvaluatedTable synthetic, double? shape)
    {
        if (real.Columns.Count == 0) return null;
        var (original, made) = (Some(real, RowSample.Purpose.RealRows), Some(synthetic, RowSample.Purpose.SyntheticRows));
        var space = new UnitSpace(original);
        var count = Math.Min(original.RowCount, made.RowCount);
        var (originalRows, madeRows) = (space.Of(original, count), space.Of(made, count));
        return new TabularProtocolMetrics
        {
            Shape = shape,
            Trend = EqualBinTrends.Mean(real, synthetic, hasOwnEdges: true),
            TrendWithSharedEdges = EqualBinTrends.Mean(real, synthetic, hasOwnEdges: false),
            AlphaPrecision = AlphaPrecision.Score(originalRows, madeRows),
            BetaRecall = BetaRecall.Score(originalRows, madeRows),
            Authenticity = Authenticity.Rate(originalRows, madeRows),
            LogisticC2st = TwoSampleTest.Score(mlContext, original, made, TwoSampleModels.LogisticRegression),
            BoostedTreesC2st = TwoSampleTest.Score(mlContext, original, made, TwoSampleModels.BoostedTrees),
            Rows = (original.RowCount, made.RowCount),
        };
    }

    private EvaluatedTable Some(EvaluatedTable table, RowSample.Purpose purpose) =>
        mostRows is { } most && most < table.RowCount ? table.At(RowSample.Draw(table.RowCount, most, purpose)) : table;
}
