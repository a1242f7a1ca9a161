namespace Microsoft.ML.Gan;

/// <summary>How well synthetic rows tell who was trained on: an attack after DOMIAS (van Breugel et al. 2023, arXiv 2302.12580).</summary>
/// <remarks>
/// The attacker has the synthetic rows and reference rows of the same population, and takes a row for one that was trained on where
/// p_synthetic(x) / p_reference(x) is high: where synthetic rows are denser than the population alone would make them.
/// </remarks>
public sealed record TabularMembershipAttack
{
    /// <value>The area under the attack's ROC curve: 0.5 for guessing, 1 if it tells every row. The interval is DeLong's (1988).</value>
    public required TabularEstimate Auc { get; init; }

    /// <value>
    /// The share of training rows that are told when at most 1 % of others are taken for such: 0.01 for guessing. Few rows that were learnt by
    /// heart show here first. The interval is Wilson's (1927).
    /// </value>
    public required TabularEstimate TruePositiveRate { get; init; }

    /// <value>Whether the attack does better than guessing, beyond what chance explains.</value>
    public required bool Succeeds { get; init; }
}
