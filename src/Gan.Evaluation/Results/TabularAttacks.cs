namespace Microsoft.ML.Gan;

/// <summary>What attackers learn of the training rows from synthetic ones, held against the same of rows that nobody trained on.</summary>
/// <remarks>
/// An attack that succeeds is evidence of a leak. One that fails is no proof of safety: others may be stronger. What bounds a leak is the
/// training, not a figure. At most 1,000 training and as many test rows are attacked, through at most 20,000 synthetic ones, the same ones every
/// time; half of the test rows at most are the attackers' own. Identifiers take no part.
/// </remarks>
public sealed record TabularAttacks
{
    /// <value>The rows of either kind that were attacked.</value>
    public required int Rows { get; init; }

    /// <value>Whether a row was trained on, by the nearest synthetic against the nearest reference row.</value>
    public required TabularMembershipAttack NearestMembership { get; init; }

    /// <value>The same by kernel estimates of both densities.</value>
    public required TabularMembershipAttack KernelMembership { get; init; }

    /// <value>Each column told by the others, in the table's order.</value>
    public required IReadOnlyList<TabularAttributeAttack> Attributes { get; init; }

    /// <value>The mean leak over the columns: 0 without one.</value>
    public required TabularEstimate AttributeLeak { get; init; }

    /// <value>Singling out by unique combinations. Null if no combination of cells is in one synthetic row alone.</value>
    public required TabularSinglingOut? SinglingOut { get; init; }

    /// <value>Whether attribute inference succeeds: the mean leak or that of a column is above 0 beyond what chance explains.</value>
    public bool InfersAttributes => AttributeLeak.Least > 0 || Attributes.Any(column => column.Leak.Least > 0);

    /// <value>Whether singling out succeeds: beyond what chance explains, training rows are singled out more often.</value>
    public bool SinglesOut => SinglingOut?.Leak.Least > 0;

    /// <value>How many of the four attacks succeed; 0 is best.</value>
    public int Successes => new[] { NearestMembership.Succeeds, KernelMembership.Succeeds, InfersAttributes, SinglesOut }.Count(isOne => isOne);
}
