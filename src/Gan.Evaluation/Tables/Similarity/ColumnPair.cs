namespace Gan.Evaluation.Tables.Similarity;

/// <summary>Two columns of the real table, by their positions, and how they go together.</summary>
/// <param name="First">The column that stands first.</param>
/// <param name="Second">The other one.</param>
/// <param name="Association">The correlation of two columns of numbers, Cramér's V of others; null when a column does not vary.</param>
/// <param name="IsCorrelation">Whether both are columns of numbers.</param>
internal sealed record ColumnPair(int First, int Second, double? Association, bool IsCorrelation)
{
    private const double StrongCorrelation = 0.5, StrongV = 0.3;

    /// <value>Whether one column says much of the other.</value>
    public bool IsStrong => Math.Abs(Association ?? 0) > (IsCorrelation ? StrongCorrelation : StrongV);
}
