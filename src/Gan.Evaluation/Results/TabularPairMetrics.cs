namespace Microsoft.ML.Gan;

/// <summary>How alike two columns go together in the real and in the synthetic table.</summary>
public sealed record TabularPairMetrics
{
    /// <value>The name of the column that stands first in the table.</value>
    public required string First { get; init; }

    /// <value>The name of the other one.</value>
    public required string Second { get; init; }

    /// <value>
    /// From 0 to 1, the best. Two columns of numbers: 1 − ½ |r_real − r_synthetic| of Pearson's correlations, where a synthetic column that
    /// does not vary has 0.
    /// Others: 1 − ½ Σ |p_real − p_synthetic| over the cells of the contingency table, numbers cut at the real column's deciles.
    /// </value>
    public required double Trend { get; init; }

    /// <value>
    /// How the real columns go together: Pearson's correlation, −1 to 1, of two columns of numbers; else Cramér's V, 0 to 1, null when a
    /// column does not vary.
    /// </value>
    public required double? RealAssociation { get; init; }

    /// <value>Whether the real columns say much of each other: |r| > 0.5, or V > 0.3.</value>
    public required bool IsStrong { get; init; }
}
