using Microsoft.ML.Gan.Architectures.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Architectures;

/// <summary>Convolutional networks that leave no grain, for images of 8 to 256 pixels a side.</summary>
/// <remarks>
/// G: a linear layer to the smallest image, then bilinear enlargement and a 3x3 convolution for each doubling of the size, with batch
/// normalisation and ReLU between them and tanh at the end: transposed convolutions draw a checkerboard (Odena, Dumoulin and Olah 2016). D: 4x4
/// convolutions of stride 2, then a hidden layer that sees the whole image, LeakyReLU(0.2) throughout. Without that layer D is a sum over
/// patches: it can't say whether these fit together.
/// </remarks>
internal sealed class UpsamplingArchitecture(int generatorChannels, int discriminatorChannels) : GanArchitecture
{
    private const int GreatestPlainSide = 128;
    private const int GreatestSide = 256;
    private const int GreatestWidening = 8;
    private const int HiddenUnits = 128;

    public override string Name => $"upsampling {generatorChannels}/{discriminatorChannels}";

    public override GeneratorRange Range => GeneratorRange.MinusOneToOne;

    public override string? Problem(IReadOnlyList<int> sampleShape) => ImageShapes.Problem(sampleShape, GreatestSide, Name);

    internal override IReadOnlyList<int> NetworkShape(IReadOnlyList<int> sampleShape) =>
        ImageShapes.NetworkShape(sampleShape, GreatestPlainSide, GreatestSide);

    public override Module<Tensor, Tensor> BuildGenerator(int inputSize, IReadOnlyList<int> sampleShape)
    {
        var stages = ImageShapes.Stages(sampleShape);
        var (height, width) = (sampleShape[1] >> stages, sampleShape[2] >> stages);
        var channels = Widened(generatorChannels, stages - 1);
        var layers = new List<Module<Tensor, Tensor>>
        {
            Linear(inputSize, (long)channels * height * width, hasBias: false),
            Unflatten(1, [channels, height, width]),
            new ChannelsLast(),
            BatchNormalization.Of(channels),
            ReLU(inplace: true),
        };
        for (var stage = stages - 1; stage > 0; stage--)
        {
            var narrower = Widened(generatorChannels, stage - 1);
            layers.AddRange(
                [Twice(), Conv2d(channels, narrower, 3, padding: 1, bias: false), BatchNormalization.Of(narrower), ReLU(inplace: true)]);
            channels = narrower;
        }
        layers.AddRange([Twice(), Conv2d(channels, sampleShape[0], 3, padding: 1), Tanh()]);
        var network = Sequential(layers);
        NormalWeights.Initialize(network);
        return network;
    }

    public override Module<Tensor, Tensor> BuildDiscriminator(IReadOnlyList<int> inputShape)
    {
        var stages = ImageShapes.Stages(inputShape);
        var layers = new List<Module<Tensor, Tensor>> { new ChannelsLast() };
        var inputs = inputShape[0];
        for (var stage = 0; stage < stages; stage++)
        {
            var outputs = Widened(discriminatorChannels, stage);
            layers.AddRange([Conv2d(inputs, outputs, 4, stride: 2, padding: 1), new LeakyRelu()]);
            inputs = outputs;
        }
        layers.AddRange([Flatten(), Linear((long)inputs * (inputShape[1] >> stages) * (inputShape[2] >> stages), HiddenUnits), new LeakyRelu()]);
        layers.Add(Linear(HiddenUnits, 1));
        var network = Sequential(layers);
        foreach (var (name, weight) in network.named_parameters())
            if (name.EndsWith("weight", StringComparison.Ordinal)) Scaled.Initialize(weight, LeakyRelu.Gain);
            else init.zeros_(weight);
        return network;
    }

    private static int Widened(int channels, int halvings) => channels * Math.Min(1 << halvings, GreatestWidening);

    private static Upsample Twice() => Upsample(scale_factor: [2, 2], mode: UpsampleMode.Bilinear, align_corners: false);
}
