using Microsoft.ML.Gan.Architectures.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Architectures;

/// <summary>Residual networks without normalisation (Huang, Gokaslan, Kuleshov and Tompkin 2024) for images of 8 to 256 pixels a side.</summary>
/// <remarks>
/// A stage is a number of residual blocks at one size; the stages go from the smallest size, at least 4 pixels a side, to the full one,
/// each doubling both sides and halving the channels. G: a learned basis scaled by z, the stages with bilinear upsampling between them, and a
/// 1x1 convolution to the image. D mirrors it: a 1x1 convolution, the stages with averages of 2x2 pixels between them, a depthwise convolution
/// as large as the smallest image, and a linear layer.
/// The image is linear in its last layer, as in the paper, on data from −1 to 1: a tanh would flatten the gradient of the brightest and
/// darkest pixels. Outside training it is clipped to that range.
/// </remarks>
internal sealed class ResidualArchitecture(int channels, int blocksPerStage) : GanArchitecture
{
    private const int SmallestBasis = 4;
    private const int GreatestSide = 256;
    private const int GreatestWidening = 8;                           // 128 to 1024 channels, in the paper's networks for 256 pixels

    public override string Name => $"residual {blocksPerStage}x{channels}";

    public override GeneratorRange Range => GeneratorRange.MinusOneToOne;

    public override string? Problem(IReadOnlyList<int> sampleShape) => ImageShapes.Problem(sampleShape, GreatestSide, Name);

    internal override IReadOnlyList<int> NetworkShape(IReadOnlyList<int> sampleShape) =>
        ImageShapes.NetworkShape(sampleShape, GreatestSide, GreatestSide);

    public override Module<Tensor, Tensor> BuildGenerator(int inputSize, IReadOnlyList<int> sampleShape)
    {
        var widths = Widths(sampleShape);
        var (height, width) = BasisSize(sampleShape);
        var layers = new List<Module<Tensor, Tensor>> { new GenerativeBasis(inputSize, widths[^1], height, width), new ChannelsLast() };
        for (var stage = widths.Length - 1; stage >= 0; stage--)
        {
            layers.AddRange(Blocks(widths, stage));
            if (stage == 0) continue;
            if (widths[stage] != widths[stage - 1]) layers.Add(Pointwise(widths[stage], widths[stage - 1]));
            layers.Add(Upsample(scale_factor: [2, 2], mode: UpsampleMode.Bilinear, align_corners: false));
        }
        layers.Add(Pointwise(widths[0], sampleShape[0]));
        layers.Add(new OutputClip());
        return Sequential(layers);
    }

    public override Module<Tensor, Tensor> BuildDiscriminator(IReadOnlyList<int> inputShape)
    {
        var widths = Widths(inputShape);
        var layers = new List<Module<Tensor, Tensor>> { new ChannelsLast(), Pointwise(inputShape[0], widths[0]) };
        for (var stage = 0; stage < widths.Length; stage++)
        {
            layers.AddRange(Blocks(widths, stage));
            if (stage == widths.Length - 1) continue;
            layers.Add(AvgPool2d(2));
            if (widths[stage] != widths[stage + 1]) layers.Add(Pointwise(widths[stage], widths[stage + 1]));
        }
        var basis = Conv2d(widths[^1], widths[^1], BasisSize(inputShape), groups: widths[^1], bias: false);
        var logit = Linear(widths[^1], 1, hasBias: false);
        Scaled.Initialize(basis.weight);
        Scaled.Initialize(logit.weight);
        layers.AddRange([basis, Flatten(), logit]);
        return Sequential(layers);
    }

    /// <summary>The channels of each stage, from the full size to the smallest.</summary>
    private int[] Widths(IReadOnlyList<int> shape) =>
        [.. Enumerable.Range(0, ImageShapes.Halvings(shape, SmallestBasis) + 1).Select(
            halvings => channels * Math.Min(1 << halvings, GreatestWidening))];

    private static (long Height, long Width) BasisSize(IReadOnlyList<int> shape)
    {
        var halvings = ImageShapes.Halvings(shape, SmallestBasis);
        return (shape[1] >> halvings, shape[2] >> halvings);
    }

    private IEnumerable<ResidualBlock> Blocks(int[] widths, int stage) =>
        Enumerable.Range(0, blocksPerStage).Select(_ => new ResidualBlock(widths[stage], widths.Length * blocksPerStage));

    private static Conv2d Pointwise(int inputs, int outputs)
    {
        var layer = Conv2d(inputs, outputs, 1, bias: false);
        Scaled.Initialize(layer.weight);
        return layer;
    }
}
