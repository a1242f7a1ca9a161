using Microsoft.ML.Gan.Architectures.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Architectures;

/// <summary>Fully connected networks with leaky rectifiers (slope 0.2), for vectors or small shapes taken as vectors.</summary>
internal sealed class MlpArchitecture(
    int width, int depth, bool spectralNormalization, bool minibatchStandardDeviation, int fourierFeatures, double fourierScale, int discreteLatents)
    : GanArchitecture
{
    public override string Name => $"MLP {depth}x{width}";

    public override GeneratorRange Range => GeneratorRange.Unbounded;

    public override Module<Tensor, Tensor> BuildGenerator(int inputSize, IReadOnlyList<int> sampleShape)
    {
        if (discreteLatents > inputSize)
            throw new ArgumentException($"discreteLatents must be at most the size of the latent vector ({inputSize}), but was {discreteLatents}. Use a larger LatentSize.");

        var layers = new List<Module<Tensor, Tensor>>();
        if (discreteLatents > 0) layers.Add(new DiscreteLatents(inputSize, discreteLatents));
        layers.AddRange(Hidden(inputSize, layer => layer));
        layers.Add(Linear(width, sampleShape.Product()));
        if (sampleShape.Count > 1) layers.Add(Unflatten(1, [.. sampleShape.Select(size => (long)size)]));
        return Sequential(layers);
    }

    public override Module<Tensor, Tensor> BuildDiscriminator(IReadOnlyList<int> inputShape)
    {
        var inputs = inputShape.Product();
        var layers = new List<Module<Tensor, Tensor>>();
        if (inputShape.Count > 1) layers.Add(Flatten());
        if (fourierFeatures > 0) layers.Add(new FourierFeatures(inputs, fourierFeatures, fourierScale));
        layers.AddRange(Hidden(inputs + 2 * fourierFeatures, Normalized));
        if (minibatchStandardDeviation) layers.Add(new MinibatchStandardDeviation());
        layers.Add(Normalized(Linear(minibatchStandardDeviation ? width + 1 : width, 1)));
        return Sequential(layers);
    }

    private IEnumerable<Module<Tensor, Tensor>> Hidden(int inputs, Func<Linear, Module<Tensor, Tensor>> normalized)
    {
        for (var layer = 0; layer < depth; layer++)
        {
            yield return normalized(Linear(layer == 0 ? inputs : width, width));
            yield return LeakyReLU(0.2, inplace: true);
        }
    }

    private Module<Tensor, Tensor> Normalized(Linear layer) => spectralNormalization ? new SpectralNormalization(layer) : layer;
}
