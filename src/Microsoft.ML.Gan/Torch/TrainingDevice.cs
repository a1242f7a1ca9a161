namespace Microsoft.ML.Gan;

/// <summary>Where a GAN is trained.</summary>
public enum TrainingDevice
{
    /// <summary>
    /// The CUDA device of <c>MLContext.GpuDeviceId</c> if that is set (<c>FallbackToCpu</c> says what happens without one); else the first
    /// CUDA device if there is one; else the CPU.
    /// </summary>
    Auto,

    /// <summary>The CPU.</summary>
    Cpu,

    /// <summary>A CUDA device: that of <c>MLContext.GpuDeviceId</c>, or the first.</summary>
    Cuda,
}
