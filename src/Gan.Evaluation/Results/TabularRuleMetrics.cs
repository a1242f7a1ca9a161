namespace Microsoft.ML.Gan;

/// <summary>How many rows keep a rule.</summary>
public sealed record TabularRuleMetrics
{
    /// <value>The rule's text.</value>
    public required string Rule { get; init; }

    /// <value>The share of the real rows that keep it.</value>
    public required double Real { get; init; }

    /// <value>The share of the test rows; null without a test table.</value>
    public required double? Test { get; init; }

    /// <value>The share of the synthetic rows.</value>
    public required double Synthetic { get; init; }
}
