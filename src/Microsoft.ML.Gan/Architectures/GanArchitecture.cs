using static TorchSharp.torch;

namespace Microsoft.ML.Gan;

/// <summary>A way to build a generator and a discriminator for given shapes.</summary>
/// <remarks>
/// <see cref="GanArchitectures"/> has the shipped ones. An own one derives from this class, or comes from <see cref="GanArchitectures.Custom"/>.
/// Every layer must have an ONNX form (docs/adding-an-architecture.md). Class conditions are added around the modules: the class embedding is
/// concatenated with the latent vector for G, and with the row (a vector) or as one more channel (an image) for D.
/// </remarks>
public abstract class GanArchitecture
{
    /// <value>The architecture's name, for logs and messages.</value>
    public abstract string Name { get; }

    /// <value>The range of the generator's raw output, to which the training data is scaled.</value>
    public abstract GeneratorRange Range { get; }

    /// <summary>Why samples of a shape can't be made, or null if they can.</summary>
    /// <param name="sampleShape">The shape of one sample: [features], or [channels, height, width].</param>
    public virtual string? Problem(IReadOnlyList<int> sampleShape) => null;

    /// <summary>Builds G: (N, inputSize) to (N, ...sampleShape).</summary>
    /// <param name="inputSize">The latent size, plus the size of the class embedding if there is one.</param>
    /// <param name="sampleShape">The shape of one sample.</param>
    public abstract nn.Module<Tensor, Tensor> BuildGenerator(int inputSize, IReadOnlyList<int> sampleShape);

    /// <summary>Builds D: (N, ...inputShape) to logits (N, 1), with no sigmoid at its end.</summary>
    /// <param name="inputShape">The shape of one sample, widened by the class embedding if there is one.</param>
    public abstract nn.Module<Tensor, Tensor> BuildDiscriminator(IReadOnlyList<int> inputShape);

    /// <summary>The same, told how much of the input is z.</summary>
    internal virtual nn.Module<Tensor, Tensor> BuildGenerator(int latentSize, int conditionSize, IReadOnlyList<int> sampleShape) =>
        BuildGenerator(latentSize + conditionSize, sampleShape);

    /// <summary>The architecture that makes samples of a shape: this one, unless it is a choice between several.</summary>
    internal virtual GanArchitecture For(IReadOnlyList<int> sampleShape) => this;

    /// <summary>The shape of what the networks make in place of samples: the samples', unless they take images in other layouts too.</summary>
    internal virtual IReadOnlyList<int> NetworkShape(IReadOnlyList<int> sampleShape) => sampleShape;

    /// <summary>Why samples that look like images are not made as images; null if they are, or look like none.</summary>
    internal virtual string? WhyNoImages(IReadOnlyList<int> sampleShape) => null;

    /// <summary>The same networks, with samples that stay in the data's range if they can be held to it.</summary>
    internal virtual GanArchitecture Bounded() => this;
}
