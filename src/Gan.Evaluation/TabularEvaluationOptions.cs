namespace Microsoft.ML.Gan;

/// <summary>What <c>mlContext.Gan().EvaluateTabular(...)</c> measures beside what it always does.</summary>
public sealed record TabularEvaluationOptions
{
    /// <value>
    /// Whether <see cref="TabularGanMetrics.Protocol"/> is measured. Default false: it takes a minute for tables of 30,000 rows, growing with
    /// their product.
    /// </value>
    public bool Protocol { get; init; }

    /// <value>
    /// The most rows of either table that the dear measures of <see cref="TabularGanMetrics.Protocol"/> take, drawn at random; the same ones every
    /// time. Default null, all, as published: with fewer rows classifiers learn less and score the table higher. Range: at least 30.
    /// </value>
    public int? ProtocolRows { get; init; }

    /// <value>Whether <see cref="TabularGanMetrics.Attacks"/> are run. Default true. They need a test table, and take a few seconds at most.</value>
    public bool Attacks { get; init; } = true;

    /// <value>
    /// The rules of <see cref="TabularGanMetrics.Rules"/>, which says how many rows keep each; the tables are read once more for them. Default none.
    /// </value>
    public IReadOnlyList<TabularRule> Rules { get; init; } = [];
}
