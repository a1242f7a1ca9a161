namespace Gan.Evaluation.Tables.Similarity;

/// <summary>How alike a synthetic table and the real one are, column by column and pair by pair. Scores are from 0 to 1, the best.</summary>
/// <param name="Shapes">Each column's shape; null where there is nothing to compare.</param>
/// <param name="Pairs">Each pair's trend; null where the real one has none.</param>
internal sealed record TableSimilarity(IReadOnlyList<double?> Shapes, IReadOnlyList<(ColumnPair Pair, double? Trend)> Pairs)
{
    /// <value>The mean of the columns' shapes; null without any.</value>
    public double? Shape => Shapes.Average();

    /// <value>The mean of the pairs' trends; null without any.</value>
    public double? Trend => Pairs.Average(pair => pair.Trend);

    /// <value>The mean over the strong pairs; null without any.</value>
    public double? StrongTrend => Pairs.Where(pair => pair.Pair.IsStrong).Average(pair => pair.Trend);
}
