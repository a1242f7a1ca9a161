using Microsoft.ML.Gan.Architectures.Layers;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Architectures;

/// <summary>Fully connected networks with leaky rectifiers (slope 0.2), for vectors or small shapes taken as vectors.</summary>
/// <remarks>
/// Weights begin as TorchSharp has them, but with discrete latents, Fourier features, or a bounded range, they keep the scale of their input (He et
/// al. 2015): G's first samples are then about as wide as the data, and each discrete vector has a mode near it. A G that begins as a point has to
/// find each mode first. A bounded range ends in tanh, before which weights are TorchSharp's own: larger ones would begin with pixels where it is
/// flat.
/// </remarks>
internal sealed class MlpArchitecture(
    int width, int depth, bool spectralNormalization, bool minibatchStandardDeviation, int fourierFeatures, double leastFrequency,
    double greatestFrequency,
    Func<int, int> discreteLatents, GeneratorRange range = GeneratorRange.Unbounded) : GanArchitecture
{
    private const int DiscreteSize = 32;

    public override string Name => $"MLP {depth}x{width}";

    public override GeneratorRange Range => range;

    public override Module<Tensor, Tensor> BuildGenerator(int inputSize, IReadOnlyList<int> sampleShape) => BuildGenerator(inputSize, 0, sampleShape);

    internal override Module<Tensor, Tensor> BuildGenerator(int latentSize, int conditionSize, IReadOnlyList<int> sampleShape)
    {
        var layers = new List<Module<Tensor, Tensor>>();
        var inputSize = latentSize + conditionSize;
        var count = discreteLatents(latentSize);                      // z comes first
        if (count > 0)
        {
            var discrete = new DiscreteLatents(inputSize, count, DiscreteSize);
            layers.Add(discrete);
            inputSize = discrete.Outputs;
        }
        layers.AddRange(Hidden(inputSize, keepScale: count > 0 || IsBounded, layer => layer));
        layers.Add(Initialized(Linear(width, sampleShape.Product()), keepScale: count > 0 && !IsBounded, gain: 1));
        if (IsBounded) layers.Add(Tanh());
        if (sampleShape.Count > 1) layers.Add(Unflatten(1, [.. sampleShape.Select(size => (long)size)]));
        return Sequential(layers);
    }

    public override Module<Tensor, Tensor> BuildDiscriminator(IReadOnlyList<int> inputShape)
    {
        var inputs = inputShape.Product();
        var layers = new List<Module<Tensor, Tensor>>();
        if (inputShape.Count > 1) layers.Add(Flatten());
        if (fourierFeatures > 0) layers.Add(new FourierFeatures(inputs, fourierFeatures, leastFrequency, greatestFrequency));
        layers.AddRange(Hidden(inputs + 2 * fourierFeatures, keepScale: fourierFeatures > 0 || IsBounded, Normalized));
        if (minibatchStandardDeviation) layers.Add(new MinibatchStandardDeviation());
        layers.Add(Normalized(Linear(minibatchStandardDeviation ? width + 1 : width, 1)));
        return Sequential(layers);
    }

    internal override GanArchitecture Bounded() => new MlpArchitecture(
        width, depth, spectralNormalization, minibatchStandardDeviation, fourierFeatures, leastFrequency, greatestFrequency, discreteLatents,
        GeneratorRange.MinusOneToOne);

    private bool IsBounded => range == GeneratorRange.MinusOneToOne;

    private IEnumerable<Module<Tensor, Tensor>> Hidden(int inputs, bool keepScale, Func<Linear, Module<Tensor, Tensor>> normalized)
    {
        for (var layer = 0; layer < depth; layer++)
        {
            yield return normalized(Initialized(Linear(layer == 0 ? inputs : width, width), keepScale, gain: Math.Sqrt(2)));
            yield return new LeakyRelu();
        }
    }

    private static Linear Initialized(Linear layer, bool keepScale, double gain)
    {
        if (keepScale) Scaled.Initialize(layer.weight!, gain);
        return layer;
    }

    private Module<Tensor, Tensor> Normalized(Linear layer) => spectralNormalization ? new SpectralNormalization(layer) : layer;
}
