namespace Microsoft.ML.Gan;

/// <summary>How long a table's GAN is trained.</summary>
public enum TabularEffort
{
    /// <summary>A tenth of the default's rounds: a first look.</summary>
    Quick,

    /// <summary>8,000 rounds; fewer for wide tables.</summary>
    Default,

    /// <summary>Ten times the default's rounds.</summary>
    Best,
}
