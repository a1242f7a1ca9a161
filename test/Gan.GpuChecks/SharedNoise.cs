using static TorchSharp.torch;

namespace Microsoft.ML.Gan.GpuChecks;

/// <summary>The same numbers on every device: they are made on the CPU.</summary>
internal sealed class SharedNoise(Device device) : INoise, IDisposable
{
    private readonly Generator _generator = new(7);

    public Tensor Uniform(params long[] shape) => rand(shape, generator: _generator).to(device);

    public Tensor Normal(params long[] shape) => randn(shape, generator: _generator).to(device);

    public void Dispose() => _generator.Dispose();
}
