using Microsoft.ML.Gan.Regularizers;

namespace Microsoft.ML.Gan;

/// <summary>The penalties that can be put on the discriminator.</summary>
public static class GanRegularizers
{
    /// <value>No penalty.</value>
    public static IDiscriminatorRegularizer None { get; } = new NoRegularizer();

    /// <summary>γ/2 · E[‖∇ D(x)‖²] at real rows. Mescheder, Geiger and Nowozin (2018), equation 9.</summary>
    /// <param name="gamma">The weight γ, or its schedule. Range: &gt; 0. The paper's toy problems and images use 10; data of few dimensions wants less.</param>
    /// <exception cref="ArgumentException"><paramref name="gamma"/> is not positive and finite.</exception>
    public static IDiscriminatorRegularizer R1(GanSchedule gamma) => new R1Regularizer(Positive(gamma, nameof(gamma)));

    /// <summary>A weight that is positive and finite at both ends of a fit.</summary>
    private static GanSchedule Positive(GanSchedule weight, string name)
    {
        ArgumentNullException.ThrowIfNull(weight, name);
        foreach (var value in new[] { weight.At(0), weight.At(1) })
        {
            if (!(value > 0 && double.IsFinite(value)))
                throw new ArgumentException($"{name} must be greater than 0, but was {value}. For no penalty use GanRegularizers.None.", name);
        }
        return weight;
    }
}
