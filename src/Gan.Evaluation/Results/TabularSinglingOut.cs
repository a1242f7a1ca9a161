namespace Microsoft.ML.Gan;

/// <summary>How often what is true of one synthetic row alone is true of one training row alone: after Anonymeter (Giomi et al. 2023).</summary>
/// <remarks>
/// A predicate is the shortest combination of cells, in a random order of columns, that no other synthetic row has; numbers are cut at the
/// synthetic column's deciles. It singles out a row if exactly one row of a table has the combination. As many training rows as test rows are looked
/// through: only what singles out training rows more often is a leak (arXiv 2211.10459).
/// </remarks>
public sealed record TabularSinglingOut
{
    /// <value>The number of predicates.</value>
    public required int Predicates { get; init; }

    /// <value>The share of them that single out a training row.</value>
    public required double OnTrainingRows { get; init; }

    /// <value>The share of them that single out a test row.</value>
    public required double OnTestRows { get; init; }

    /// <value>The first less the second: 0 without a leak.</value>
    public required TabularEstimate Leak { get; init; }
}
