using Microsoft.ML.Gan.Architectures.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Architectures;

/// <summary>DCGAN (Radford, Metz and Chintala 2015) at any size from 8 to 256 pixels that halves evenly.</summary>
/// <remarks>
/// G: a linear layer to the smallest image, then transposed 4x4 convolutions of stride 2, each doubling the size, with batch
/// normalisation and ReLU between them and tanh at the end. D: the mirror image with strided convolutions and LeakyReLU(0.2).
/// </remarks>
internal sealed class DcganArchitecture(
    int generatorChannels, int discriminatorChannels, DiscriminatorNormalization normalization, bool minibatchStandardDeviation) : GanArchitecture
{
    private const int GreatestPlainSide = 128;
    private const int GreatestSide = 256;

    public override string Name => $"DCGAN {generatorChannels}/{discriminatorChannels}";

    public override GeneratorRange Range => GeneratorRange.MinusOneToOne;

    public override string? Problem(IReadOnlyList<int> sampleShape) => ImageShapes.Problem(sampleShape, GreatestSide, Name);

    internal override IReadOnlyList<int> NetworkShape(IReadOnlyList<int> sampleShape) =>
        ImageShapes.NetworkShape(sampleShape, GreatestPlainSide, GreatestSide);

    public override Module<Tensor, Tensor> BuildGenerator(int inputSize, IReadOnlyList<int> sampleShape)
    {
        var stages = ImageShapes.Stages(sampleShape);
        var (height, width) = (sampleShape[1] >> stages, sampleShape[2] >> stages);
        var channels = generatorChannels << (stages - 1);
        var layers = new List<Module<Tensor, Tensor>>
        {
            Linear(inputSize, (long)channels * height * width, hasBias: false),
            Unflatten(1, [channels, height, width]),
            new ChannelsLast(),
            BatchNormalization.Of(channels),
            ReLU(inplace: true),
        };
        for (var stage = 1; stage < stages; stage++, channels /= 2)
        {
            layers.Add(ConvTranspose2d(channels, channels / 2, 4, stride: 2, padding: 1, bias: false));
            layers.Add(BatchNormalization.Of(channels / 2));
            layers.Add(ReLU(inplace: true));
        }
        layers.Add(ConvTranspose2d(channels, sampleShape[0], 4, stride: 2, padding: 1));
        layers.Add(Tanh());
        return Initialized(Sequential(layers));
    }

    public override Module<Tensor, Tensor> BuildDiscriminator(IReadOnlyList<int> inputShape)
    {
        var stages = ImageShapes.Stages(inputShape);
        var layers = new List<Module<Tensor, Tensor>> { new ChannelsLast() };
        var (inputs, outputs) = (inputShape[0], discriminatorChannels);
        for (var stage = 0; stage < stages; stage++, inputs = outputs, outputs *= 2)
        {
            // never after the first layer: it would hide the images' own statistics
            var isBatchNormalized = normalization == DiscriminatorNormalization.Batch && stage > 0;
            var convolution = Conv2d(inputs, outputs, 4, stride: 2, padding: 1, bias: !isBatchNormalized);
            layers.Add(IsSpectral ? new SpectralNormalization(convolution) : convolution);
            if (isBatchNormalized) layers.Add(BatchNormalization.Of(outputs));
            layers.Add(new LeakyRelu());
        }
        if (minibatchStandardDeviation)
        {
            layers.Add(new MinibatchStandardDeviation());
            inputs++;
        }
        layers.Add(Flatten());
        var logit = Linear((long)inputs * (inputShape[1] >> stages) * (inputShape[2] >> stages), 1);
        layers.Add(IsSpectral ? new SpectralNormalization(logit) : logit);
        return Initialized(Sequential(layers));
    }

    private bool IsSpectral => normalization == DiscriminatorNormalization.Spectral;

    private static Module<Tensor, Tensor> Initialized(Sequential network)
    {
        NormalWeights.Initialize(network);
        return network;
    }
}
