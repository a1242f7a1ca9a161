namespace Microsoft.ML.Gan.GpuChecks;

/// <summary>How a check ended.</summary>
internal enum OutcomeKind
{
    /// <summary>As it must.</summary>
    Pass,

    /// <summary>Otherwise.</summary>
    Fail,

    /// <summary>It says nothing here.</summary>
    Skip,
}
