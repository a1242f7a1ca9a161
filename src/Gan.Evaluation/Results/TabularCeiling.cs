namespace Microsoft.ML.Gan;

/// <summary>What real rows score by the measures of a synthetic table: the mark to hold its scores against.</summary>
/// <remarks>
/// A finite sample of the true distribution scores below 1, and the lower the fewer rows it has. So as many real rows as there are
/// synthetic ones are compared with the real table: test rows, all of them where they are fewer, or, without a test table, rows of the
/// real table drawn with replacement. The same tables give the same rows.
/// </remarks>
public sealed record TabularCeiling
{
    /// <value>The ceiling of <see cref="TabularGanMetrics.ColumnShapes"/>.</value>
    public required double? ColumnShapes { get; init; }

    /// <value>The ceiling of <see cref="TabularGanMetrics.ColumnPairTrends"/>.</value>
    public required double? ColumnPairTrends { get; init; }

    /// <value>The ceiling of <see cref="TabularGanMetrics.StrongPairTrends"/>.</value>
    public required double? StrongPairTrends { get; init; }

    /// <value>The number of real rows that were scored.</value>
    public required int RowCount { get; init; }

    /// <value>Whether they are real rows drawn with replacement, since there is no test table.</value>
    public required bool IsResample { get; init; }
}
