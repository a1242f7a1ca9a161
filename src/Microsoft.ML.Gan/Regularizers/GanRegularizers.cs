using Microsoft.ML.Gan.Regularizers;

namespace Microsoft.ML.Gan;

/// <summary>The penalties that can be put on the discriminator.</summary>
public static class GanRegularizers
{
    /// <value>No penalty.</value>
    public static IDiscriminatorRegularizer None { get; } = new NoRegularizer();

    /// <summary>γ/2 · E[‖∇ D(x)‖²] at real rows. Mescheder, Geiger and Nowozin (2018), equation 9.</summary>
    /// <param name="gamma">The weight γ. Range: &gt; 0. The paper's toy problems and images use 10; data of few dimensions wants less.</param>
    /// <exception cref="ArgumentException"><paramref name="gamma"/> is not positive and finite.</exception>
    public static IDiscriminatorRegularizer R1(double gamma)
    {
        if (!(gamma > 0 && double.IsFinite(gamma)))
            throw new ArgumentException($"gamma must be greater than 0, but was {gamma}. For no penalty use GanRegularizers.None.", nameof(gamma));
        return new R1Regularizer(gamma);
    }
}
