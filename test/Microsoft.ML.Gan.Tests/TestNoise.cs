using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests;

/// <summary>Noise for a step on its own: given numbers, or torch's global ones.</summary>
internal sealed class TestNoise(Tensor? given = null) : INoise
{
    public List<long[]> Shapes { get; } = [];

    public Tensor Uniform(params long[] shape) => Draw(shape) ?? rand(shape);

    public Tensor Normal(params long[] shape) => Draw(shape) ?? randn(shape);

    private Tensor? Draw(long[] shape)
    {
        Shapes.Add(shape);
        return given?.reshape(shape);
    }
}
