namespace Microsoft.ML.Gan.Training.Loop;

/// <summary>The memory that training rows may take.</summary>
internal static class MemoryLimit
{
    /// <value>Half of what the machine has, or the container: the networks and what else runs want the rest.</value>
    public static long Default => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;
}
