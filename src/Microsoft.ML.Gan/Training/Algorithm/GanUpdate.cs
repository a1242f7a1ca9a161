namespace Microsoft.ML.Gan;

/// <summary>The order in which the players move.</summary>
public enum GanUpdate
{
    /// <summary>The discriminator first, then the generator against the moved discriminator: algorithm 1 of Goodfellow et al. (2014).</summary>
    Alternating,

    /// <summary>
    /// Both at once, by gradients at the same weights (Mescheder et al. 2017): one pass of each row through each network serves both players, which
    /// is faster. Not with batch normalisation in the discriminator.
    /// </summary>
    Simultaneous,
}
