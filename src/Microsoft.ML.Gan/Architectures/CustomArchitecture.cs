using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures;

/// <summary>The caller's own modules as an architecture.</summary>
internal sealed class CustomArchitecture(
    Func<int, IReadOnlyList<int>, nn.Module<Tensor, Tensor>> generator, Func<IReadOnlyList<int>, nn.Module<Tensor, Tensor>> discriminator,
    GeneratorRange range, string name) : GanArchitecture
{
    public override string Name => name;

    public override GeneratorRange Range => range;

    public override nn.Module<Tensor, Tensor> BuildGenerator(int inputSize, IReadOnlyList<int> sampleShape) => generator(inputSize, sampleShape);

    public override nn.Module<Tensor, Tensor> BuildDiscriminator(IReadOnlyList<int> inputShape) => discriminator(inputShape);
}
