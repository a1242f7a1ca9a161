namespace Microsoft.ML.Gan;

/// <summary>How alike a column of the real and of the synthetic table are.</summary>
public sealed record TabularColumnMetrics
{
    /// <value>The column's name.</value>
    public required string Name { get; init; }

    /// <value>Whether it was compared as categories (texts, Booleans, keys) or as numbers (also dates and spans of time).</value>
    public required bool IsCategorical { get; init; }

    /// <value>
    /// From 0 to 1, the best. Numbers: 1 − sup |F_real − F_synthetic|, missing ones left out (Kolmogorov and Smirnov).
    /// Categories: 1 − ½ Σ |p_real − p_synthetic|, missing being one of them (total variation).
    /// Null if all cells of either column of numbers are missing, and for texts that are identifiers.
    /// </value>
    public required double? Shape { get; init; }

    /// <value>The share of missing cells in the real column.</value>
    public required double RealMissingRate { get; init; }

    /// <value>The share of missing cells in the synthetic column.</value>
    public required double SyntheticMissingRate { get; init; }
}
