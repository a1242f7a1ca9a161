namespace Microsoft.ML.Gan;

/// <summary>What training measured over the rounds since the report before.</summary>
public sealed record GanTrainingReport
{
    /// <value>V(D, G) at the equilibrium, where D can do no better than ½: −2 log 2 = −1.386 (Goodfellow et al. 2014, theorem 1).</value>
    public const double EquilibriumValue = -2 * 0.69314718055994530942;

    /// <value>Rounds done; a round is k discriminator steps and one generator step.</value>
    public required int Round { get; init; }

    /// <value>Passes over the data that have been begun, from 1.</value>
    public required int Epoch { get; init; }

    /// <value>The mean of L_D, without the penalty.</value>
    public required double DiscriminatorLoss { get; init; }

    /// <value>The mean penalty Ω(D), weighted; 0 without a regularizer.</value>
    public required double Penalty { get; init; }

    /// <value>The mean of L_G.</value>
    public required double GeneratorLoss { get; init; }

    /// <value>The mean of D(x), the probability that D gives to real rows.</value>
    public required double ProbabilityOfReal { get; init; }

    /// <value>The mean of D(G(z)), the probability that D gives to fake rows.</value>
    public required double ProbabilityOfFake { get; init; }

    /// <value>V(D, G) = E[log D(x)] + E[log(1 − D(G(z)))].</value>
    public required double Value { get; init; }

    /// <value>V(D, G) + 2 log 2: 0 at the equilibrium.</value>
    public double ValueGap => Value - EquilibriumValue;

    /// <value>
    /// (V(D, G) + 2 log 2) / 2, in nats: what JSD(p_r, p_g) would be if D were optimal. D seldom is, so it is a lower estimate, and may be negative.
    /// </value>
    public double JensenShannonDivergence => ValueGap / 2;

    /// <value>
    /// The share of pairs of a real and a fake row in which D gave the real one the greater logit: ½ when it can't tell, 1 when it always can.
    /// </value>
    public required double DiscriminatorAccuracy { get; init; }

    /// <value>
    /// How far the last batch's fake rows spread, as a share of how far its real ones do (root of the total variances' ratio); near 0 when G has
    /// collapsed.
    /// </value>
    public required double Diversity { get; init; }

    /// <value>
    /// E|∂L_G / ∂ logit|: how much of the discriminator's slope gets through G's loss; near 0 when a saturating loss has left G without a gradient.
    /// </value>
    public required double GeneratorSignal { get; init; }

    /// <value>
    /// How like the held-out rows samples are, from 0 to 1: the mean of column shapes and strong pair trends (docs/tables.md). Tables only, and only
    /// in reports for which it was measured; else null.
    /// </value>
    public double? Quality { get; init; }

    /// <value>The steps of either player in each of these rounds.</value>
    public required GanPace Pace { get; init; }

    /// <value>Real rows taken in per second, over the rounds since the report before.</value>
    public required double SamplesPerSecond { get; init; }
}
