using Microsoft.ML.Gan.Architectures.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Architectures;

/// <summary>Fully connected networks with leaky rectifiers (slope 0.2), for vectors or small shapes taken as vectors.</summary>
/// <remarks>Weights begin such that G's first samples are about as wide as the data (He et al. 2015): a G that begins as a point has to find each mode first.</remarks>
internal sealed class MlpArchitecture(
    int width, int depth, bool spectralNormalization, bool minibatchStandardDeviation, int fourierFeatures, double leastFrequency, double greatestFrequency,
    Func<int, int> discreteLatents) : GanArchitecture
{
    private const int DiscreteSize = 32;

    public override string Name => $"MLP {depth}x{width}";

    public override GeneratorRange Range => GeneratorRange.Unbounded;

    public override Module<Tensor, Tensor> BuildGenerator(int inputSize, IReadOnlyList<int> sampleShape)
    {
        var layers = new List<Module<Tensor, Tensor>>();
        if (discreteLatents(inputSize) is > 0 and var count)
        {
            var discrete = new DiscreteLatents(inputSize, count, DiscreteSize);
            layers.Add(discrete);
            inputSize = discrete.Outputs;
        }
        layers.AddRange(Hidden(inputSize, layer => layer));
        layers.Add(Initialized(Linear(width, sampleShape.Product()), gain: 1));
        if (sampleShape.Count > 1) layers.Add(Unflatten(1, [.. sampleShape.Select(size => (long)size)]));
        return Sequential(layers);
    }

    public override Module<Tensor, Tensor> BuildDiscriminator(IReadOnlyList<int> inputShape)
    {
        var inputs = inputShape.Product();
        var layers = new List<Module<Tensor, Tensor>>();
        if (inputShape.Count > 1) layers.Add(Flatten());
        if (fourierFeatures > 0) layers.Add(new FourierFeatures(inputs, fourierFeatures, leastFrequency, greatestFrequency));
        layers.AddRange(Hidden(inputs + 2 * fourierFeatures, Normalized));
        if (minibatchStandardDeviation) layers.Add(new MinibatchStandardDeviation());
        layers.Add(Normalized(Linear(minibatchStandardDeviation ? width + 1 : width, 1)));
        return Sequential(layers);
    }

    private IEnumerable<Module<Tensor, Tensor>> Hidden(int inputs, Func<Linear, Module<Tensor, Tensor>> normalized)
    {
        for (var layer = 0; layer < depth; layer++)
        {
            yield return normalized(Initialized(Linear(layer == 0 ? inputs : width, width), gain: Math.Sqrt(2)));
            yield return LeakyReLU(0.2, inplace: true);
        }
    }

    private static Linear Initialized(Linear layer, double gain)
    {
        Scaled.Initialize(layer.weight!, gain);
        return layer;
    }

    private Module<Tensor, Tensor> Normalized(Linear layer) => spectralNormalization ? new SpectralNormalization(layer) : layer;
}
