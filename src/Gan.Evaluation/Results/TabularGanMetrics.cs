using Gan.Onnx;

namespace Microsoft.ML.Gan;

/// <summary>How good a synthetic table is: what <c>mlContext.Gan().EvaluateTabular(...)</c> measures.</summary>
/// <remarks>
/// Column shapes and pair trends say how alike the two tables are; the utility, whether models trained on synthetic rows work on real
/// ones; the detection AUC, whether a model can tell the rows apart; the rest, whether synthetic rows are valid, and no copies.
/// A figure that could not be measured is null, and <see cref="Remarks"/> says why. No figure is NaN or infinite.
/// </remarks>
public sealed class TabularGanMetrics
{
    private readonly Action<TabularGanMetrics, TextWriter> _writeReport;
    private readonly Lazy<IReadOnlyList<string>> _remarks;

    /// <param name="writeReport">Writes the report of these figures as HTML.</param>
    /// <param name="remark">Says why figures are missing.</param>
    internal TabularGanMetrics(Action<TabularGanMetrics, TextWriter> writeReport, Func<TabularGanMetrics, IEnumerable<string>> remark)
    {
        _writeReport = writeReport;
        _remarks = new(() => [.. remark(this)]);
    }

    /// <value>
    /// The columns that name rows and say nothing of them, such as account numbers, in the real table's order. Texts are left out of all
    /// figures but the missing-rate gap; whole numbers of detection, copies and nearness.
    /// </value>
    public required IReadOnlyList<string> Identifiers { get; init; }

    /// <value>Why figures were not measured, and what was left out of them, a sentence each.</value>
    public IReadOnlyList<string> Remarks => _remarks.Value;

    /// <value>The mean of the columns' <see cref="TabularColumnMetrics.Shape"/>, from 0 to 1, the best.</value>
    public required double? ColumnShapes { get; init; }

    /// <value>The mean of the pairs' <see cref="TabularPairMetrics.Trend"/>, from 0 to 1, the best.</value>
    public required double? ColumnPairTrends { get; init; }

    /// <value>The same over strong pairs alone: independent columns already score well on the others. Null if no pair is strong.</value>
    public required double? StrongPairTrends { get; init; }

    /// <value>What real rows score by the three measures above.</value>
    public required TabularCeiling Ceiling { get; init; }

    /// <value>The columns, in the real table's order.</value>
    public required IReadOnlyList<TabularColumnMetrics> Columns { get; init; }

    /// <value>The pairs of columns whose trend could be measured: the real columns vary.</value>
    public required IReadOnlyList<TabularPairMetrics> ColumnPairs { get; init; }

    /// <value>
    /// How well a model that was trained on the real rows predicts the label of unseen rows. Null without a label column, or if no such row
    /// has a label.
    /// </value>
    public required TabularUtility? RealUtility { get; init; }

    /// <value>
    /// How well one that was trained on the synthetic rows predicts the same rows' labels. Null without a label column, or if no synthetic
    /// row has a label that real rows have.
    /// </value>
    public required TabularUtility? SyntheticUtility { get; init; }

    /// <value>
    /// The AUC of a model that tells synthetic from real rows, each row scored by a model that was trained neither on it nor on its copy:
    /// 0.5, the best, if it can't; 1 if it always can. Well below 0.5, synthetic rows are real ones with little changes.
    /// Null with fewer than 30 rows of either.
    /// </value>
    public required double? DetectionAuc { get; init; }

    /// <value>The share of synthetic rows that equal a real row in every column but identifiers.</value>
    public required double CopyRate { get; init; }

    /// <value>
    /// Whether synthetic rows are nearer to real rows than to test rows: 0.5 if they are new, 1 for copies of real rows, however many rows
    /// the tables have. Null without a test table.
    /// </value>
    /// <remarks>
    /// a / (a + b), where a is the number of synthetic rows whose nearest row is a real one, for each real row, and b the same of test rows;
    /// of rows that are equally near each counts in part. With tables of equal size it is the share of synthetic rows that are nearer to a
    /// real row. Where rows often occur twice, copies score less: the test table has them, too.
    /// It is no evidence of privacy: single rows that were memorised, or parts of rows, hardly move it (Yao et al. 2025, arXiv 2505.01524).
    /// </remarks>
    public required double? CloserToTrain { get; init; }

    /// <value>The share of numbers that are less than the least or greater than the greatest real one; 0 is best.</value>
    public required double RangeViolation { get; init; }

    /// <value>The share of categorical cells whose category never occurs in the real column; 0 is best.</value>
    public required double BadCategory { get; init; }

    /// <value>The share of a column's real categories that occur in the synthetic one, mean over the columns; 1 is best.</value>
    public required double CategoryCoverage { get; init; }

    /// <value>The difference between the shares of missing cells, mean over the columns; 0 is best.</value>
    public required double MissingRateGap { get; init; }

    /// <value>The measures that papers publish. Null unless <see cref="TabularEvaluationOptions.Protocol"/> asks for them.</value>
    public TabularProtocolMetrics? Protocol { get; init; }

    /// <value>
    /// What attackers learn of training rows. Null without a test table, with too few rows, or if <see cref="TabularEvaluationOptions.Attacks"/>
    /// is false.
    /// </value>
    public TabularAttacks? Attacks { get; init; }

    /// <value>How many rows keep each of <see cref="TabularEvaluationOptions.Rules"/>.</value>
    public required IReadOnlyList<TabularRuleMetrics> Rules { get; init; }

    /// <summary>Writes a report as one HTML file that needs no other.</summary>
    /// <remarks>It has the scores, each column real against synthetic, the worst first, and the pairs.</remarks>
    /// <param name="path">The file; one that exists is replaced when the new one is complete.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">The path is a folder's, or the file can't be written.</exception>
    public void SaveHtml(string path) => AtomicFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        _writeReport(this, writer);
    });
}
