using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Architectures;

/// <summary>Fully connected networks with leaky rectifiers (slope 0.2), for vectors or small shapes taken as vectors.</summary>
internal sealed class MlpArchitecture(int width, int depth) : GanArchitecture
{
    public override string Name => $"MLP {depth}x{width}";

    public override GeneratorRange Range => GeneratorRange.Unbounded;

    public override Module<Tensor, Tensor> BuildGenerator(int inputSize, IReadOnlyList<int> sampleShape)
    {
        var layers = Layers(inputSize, sampleShape.Product());
        if (sampleShape.Count > 1) layers.Add(Unflatten(1, [.. sampleShape.Select(size => (long)size)]));
        return Sequential(layers);
    }

    public override Module<Tensor, Tensor> BuildDiscriminator(IReadOnlyList<int> inputShape)
    {
        var layers = Layers(inputShape.Product(), 1);
        if (inputShape.Count > 1) layers.Insert(0, Flatten());
        return Sequential(layers);
    }

    private List<Module<Tensor, Tensor>> Layers(int inputs, int outputs)
    {
        var layers = new List<Module<Tensor, Tensor>>();
        for (var layer = 0; layer < depth; layer++)
        {
            layers.Add(Linear(layer == 0 ? inputs : width, width));
            layers.Add(LeakyReLU(0.2, inplace: true));
        }
        layers.Add(Linear(width, outputs));
        return layers;
    }
}
