namespace Microsoft.ML.Gan;

/// <summary>The measures that papers on synthetic tables publish, by their names and definitions.</summary>
/// <remarks>
/// They are those of TabSyn (Zhang et al. 2024, arXiv 2310.09656) and its successors: SDMetrics' quality report and detection, and alpha-precision
/// and beta-recall of Alaa et al. (2022, arXiv 2102.08921) in the naive variant. All compare with the rows that the generator was trained on. So a
/// generator that learnt rows by heart has better figures: hold <see cref="TabularGanMetrics.DetectionAuc"/> beside them, which is
/// measured with test rows.
/// </remarks>
public sealed record TabularProtocolMetrics
{
    /// <value>
    /// Column shapes, from 0 to 1, the best: the mean over the columns of 1 − the Kolmogorov-Smirnov distance of numbers, or 1 − the total
    /// variation distance of categories. It is <see cref="TabularGanMetrics.ColumnShapes"/>.
    /// </value>
    public required double? Shape { get; init; }

    /// <value>
    /// Column pair trends, from 0 to 1, the best, as SDMetrics has them. Numbers beside categories are cut into ten equally wide bins between
    /// each table's own ends, so that one outlying number moves all bins of its table.
    /// </value>
    public required double? Trend { get; init; }

    /// <value>The same with both tables cut between the real column's ends, from 0 to 1, the best.</value>
    public required double? TrendWithSharedEdges { get; init; }

    /// <value>
    /// Whether synthetic rows lie where real ones do, from 0 to 1, the best: 1 − Σ |α − P(α)| / Σ α, where P(α) is the share of synthetic
    /// rows in the ball around the real rows' centre that has a share α of them, over 30 levels α from 0 to 1.
    /// </value>
    public required double AlphaPrecision { get; init; }

    /// <value>
    /// Whether synthetic rows occur wherever real ones do: 1 − Σ |β − R(β)| / Σ β, where R(β) is the share of real rows to which a synthetic
    /// row is as near as their nearest other real row, and is in the ball of level β around the synthetic rows' centre. New real rows
    /// have about 0.5; copies have 1.
    /// </value>
    public required double BetaRecall { get; init; }

    /// <value>
    /// The share of synthetic rows whose nearest real row has another real row nearer than them: 0 for copies, 0.5 or more for new rows.
    /// </value>
    public required double Authenticity { get; init; }

    /// <value>
    /// The classifier two-sample test by logistic regression: 1 − (2 max(AUC, ½) − 1), mean over three folds. 1 if the classifier can't tell
    /// synthetic from real rows, 0 if it always can. Null with fewer than 30 rows of either.
    /// </value>
    public required double? LogisticC2st { get; init; }

    /// <value>The same by boosted trees with XGBoost's default settings: LightGBM grows them.</value>
    public required double? BoostedTreesC2st { get; init; }

    /// <value>How many rows of the real and of the synthetic table alpha-precision and the three after it are of.</value>
    public required (int Real, int Synthetic) Rows { get; init; }
}
