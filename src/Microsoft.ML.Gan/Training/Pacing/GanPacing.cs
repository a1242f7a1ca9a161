using Microsoft.ML.Gan.Training.Pacing;

namespace Microsoft.ML.Gan;

/// <summary>The ways to choose how many steps each player takes in a round.</summary>
public static class GanPacing
{
    /// <summary>k discriminator steps, then one generator step: algorithm 1 of Goodfellow et al. (2014).</summary>
    /// <param name="discriminatorSteps">k. Range: &gt; 0. Default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="discriminatorSteps"/> is not positive.</exception>
    public static IGanPacing Fixed(int discriminatorSteps = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(discriminatorSteps);
        return new FixedPacing(discriminatorSteps);
    }

    /// <summary>
    /// Keeps the discriminator slightly ahead: while it ranks fewer pairs of a real and a fake row right than <paramref name="low"/> it gets one step
    /// more, while it ranks more than <paramref name="high"/> right it gets one fewer, and with no step left to take away the generator gets one
    /// more.
    /// </summary>
    /// <param name="low">The lower end of the band. Range: ½ to <paramref name="high"/>. Default 0.6.</param>
    /// <param name="high">The upper end of the band. Range: up to 1. Default 0.85.</param>
    /// <param name="mostSteps">The most steps of either player in a round. Range: &gt; 0. Default 5.</param>
    /// <exception cref="ArgumentException">The band or <paramref name="mostSteps"/> is out of range.</exception>
    public static IGanPacing Band(double low = 0.6, double high = 0.85, int mostSteps = 5)
    {
        if (!(low >= 0.5 && low < high && high <= 1))
            throw new ArgumentException($"The band must lie between 0.5 and 1 with low below high, but was {low} to {high}.", nameof(low));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mostSteps);
        return new BandPacing(low, high, mostSteps);
    }
}
