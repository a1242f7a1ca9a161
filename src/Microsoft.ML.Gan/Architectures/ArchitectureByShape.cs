using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures;

/// <summary>One architecture for the images that it can make, another for all other shapes.</summary>
internal sealed class ArchitectureByShape(GanArchitecture images, GanArchitecture others) : GanArchitecture
{
    public override string Name => $"{images.Name} or {others.Name}";

    public override GeneratorRange Range =>
        throw new InvalidOperationException("The range depends on the sample's shape: take the architecture for a shape first.");

    public override string? Problem(IReadOnlyList<int> sampleShape) => AsItIs(sampleShape).Problem(sampleShape);

    public override nn.Module<Tensor, Tensor> BuildGenerator(int inputSize, IReadOnlyList<int> sampleShape) =>
        AsItIs(sampleShape).BuildGenerator(inputSize, sampleShape);

    public override nn.Module<Tensor, Tensor> BuildDiscriminator(IReadOnlyList<int> inputShape) => AsItIs(inputShape).BuildDiscriminator(inputShape);

    internal override nn.Module<Tensor, Tensor> BuildGenerator(int latentSize, int conditionSize, IReadOnlyList<int> sampleShape) =>
        AsItIs(sampleShape).BuildGenerator(latentSize, conditionSize, sampleShape);

    internal override GanArchitecture For(IReadOnlyList<int> sampleShape) =>
        (ProblemOfImages(sampleShape) is null ? images : others).For(sampleShape);

    internal override IReadOnlyList<int> NetworkShape(IReadOnlyList<int> sampleShape) => For(sampleShape).NetworkShape(sampleShape);

    internal override string? WhyNoImages(IReadOnlyList<int> sampleShape) => sampleShape.Count > 1 ? ProblemOfImages(sampleShape) : null;

    private string? ProblemOfImages(IReadOnlyList<int> sampleShape) => images.Problem(images.NetworkShape(sampleShape));

    /// <summary>The architecture whose networks make this very shape.</summary>
    private GanArchitecture AsItIs(IReadOnlyList<int> shape) => images.Problem(shape) is null ? images : others;
}
