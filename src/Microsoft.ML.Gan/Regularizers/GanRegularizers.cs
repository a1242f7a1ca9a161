using Microsoft.ML.Gan.Regularizers;

namespace Microsoft.ML.Gan;

/// <summary>The penalties that can be put on the discriminator, and how to put several together.</summary>
public static class GanRegularizers
{
    private const string UseNone = $"For no penalty use {nameof(GanRegularizers)}.{nameof(None)}.";
    private const double WassersteinLambda = 10;         // Gulrajani et al. (2017), section 4
    private const double DraganLambda = 10;              // Kodali et al. (2017)

    /// <value>No penalty.</value>
    public static IDiscriminatorRegularizer None { get; } = new NoRegularizer();

    /// <summary>γ/2 · E[‖∇ D(x)‖²] at real rows. Mescheder, Geiger and Nowozin (2018), equation 9.</summary>
    /// <param name="gamma">
    /// The weight γ, or its schedule. Range: &gt; 0. The paper's toy problems and images use 10; data of few dimensions wants less.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="gamma"/> is not positive and finite.</exception>
    public static IDiscriminatorRegularizer R1(GanSchedule gamma) => new R1Regularizer(Positive(gamma, nameof(gamma)));

    /// <summary>γ/2 · E[‖∇ D(x)‖²] at fake rows. Mescheder, Geiger and Nowozin (2018), equation 10.</summary>
    /// <param name="gamma">The weight γ, or its schedule. Range: &gt; 0.</param>
    /// <exception cref="ArgumentException"><paramref name="gamma"/> is not positive and finite.</exception>
    public static IDiscriminatorRegularizer R2(GanSchedule gamma) => new R2Regularizer(Positive(gamma, nameof(gamma)));

    /// <summary>γ/2 · (E[‖∇ D(x)‖²] + E[‖∇ D(G(z))‖²]): R1 and R2 together. Huang et al. (2024).</summary>
    /// <param name="gamma">The weight γ of either, or its schedule. Range: &gt; 0.</param>
    /// <remarks>Meant for <see cref="GanLosses.RelativisticPairing"/>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="gamma"/> is not positive and finite.</exception>
    public static IDiscriminatorRegularizer R1R2(GanSchedule gamma) => new R1R2Regularizer(Positive(gamma, nameof(gamma)));

    /// <summary>λ · E[(‖∇ D‖ − 1)²] between real and fake rows: WGAN-GP. Gulrajani et al. (2017), equation 3.</summary>
    /// <param name="lambda">The weight λ, or its schedule. Default 10. Range: &gt; 0.</param>
    /// <remarks>Meant for <see cref="GanLosses.Wasserstein"/>. It takes one more pass through D.</remarks>
    /// <exception cref="ArgumentException"><paramref name="lambda"/> is not positive and finite.</exception>
    public static IDiscriminatorRegularizer WassersteinGradientPenalty(GanSchedule? lambda = null) =>
        new WassersteinGradientPenalty(Positive(lambda ?? WassersteinLambda, nameof(lambda)));

    /// <summary>λ · E[(‖∇ D‖ − 1)²] around real rows: DRAGAN. Kodali et al. (2017).</summary>
    /// <param name="lambda">The weight λ, or its schedule. Default 10. Range: &gt; 0.</param>
    /// <param name="noise">The standard deviation of the normal noise on the rows, as a share of the rows' own. Default 0.5. Range: &gt; 0.</param>
    /// <remarks>Meant for <see cref="GanLosses.NonSaturating"/>. It takes one more pass through D.</remarks>
    /// <exception cref="ArgumentException"><paramref name="lambda"/> or <paramref name="noise"/> is not positive and finite.</exception>
    public static IDiscriminatorRegularizer Dragan(GanSchedule? lambda = null, double noise = 0.5) =>
        new DraganPenalty(Positive(lambda ?? DraganLambda, nameof(lambda)), Positive(noise, nameof(noise)));

    /// <summary>Holds each weight of D between −limit and limit. Arjovsky, Chintala and Bottou (2017), algorithm 1.</summary>
    /// <param name="limit">The greatest size of a weight. Default 0.01. Range: &gt; 0.</param>
    /// <remarks>Meant for <see cref="GanLosses.Wasserstein"/>.</remarks>
    /// <exception cref="ArgumentException"><paramref name="limit"/> is not positive and finite.</exception>
    public static IDiscriminatorRegularizer WeightClipping(double limit = 0.01) => new WeightClipping(Positive(limit, nameof(limit)));

    /// <summary>Several regularizers at once: their penalties are added, their constraints applied in turn.</summary>
    /// <param name="regularizers">The regularizers, at least one.</param>
    /// <exception cref="ArgumentException">There is none, or one is null.</exception>
    public static IDiscriminatorRegularizer Combine(params IDiscriminatorRegularizer[] regularizers)
    {
        ArgumentNullException.ThrowIfNull(regularizers);
        if (regularizers.Length == 0)
            throw new ArgumentException($"{nameof(regularizers)} must hold at least one regularizer, but was empty. {UseNone}", nameof(regularizers));
        if (Array.IndexOf(regularizers, null) is >= 0 and var index)
            throw new ArgumentException($"{nameof(regularizers)} must hold regularizers, but was null at {index}. {UseNone}", nameof(regularizers));
        return new CombinedRegularizer([.. regularizers]);
    }

    /// <summary>A penalty in every n-th discriminator step, times n: lazy regularization. Karras et al. (2020, StyleGAN2), section 3.1.</summary>
    /// <param name="interval">n, the steps from one penalty to the next. Range: at least 1; the paper takes 16 for R1.</param>
    /// <param name="inner">The penalty. Its constraint, if it has one, is applied after each step all the same.</param>
    /// <remarks>The mean penalty stays what it is, at 1/n of its cost.</remarks>
    /// <exception cref="ArgumentException"><paramref name="interval"/> is less than 1, or <paramref name="inner"/> is null.</exception>
    public static IDiscriminatorRegularizer Every(int interval, IDiscriminatorRegularizer inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (interval < 1)
            throw new ArgumentException(
                $"{nameof(interval)} must be at least 1, but was {interval}. 1 takes the penalty in each step.", nameof(interval));
        return new LazyRegularizer(interval, inner);
    }

    /// <summary>A weight that is positive and finite at both ends of a fit.</summary>
    private static GanSchedule Positive(GanSchedule weight, string name)
    {
        ArgumentNullException.ThrowIfNull(weight, name);
        Positive(weight.At(0), name);
        Positive(weight.At(1), name);
        return weight;
    }

    private static double Positive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentException($"{name} must be greater than 0, but was {value}. {UseNone}", name);
}
