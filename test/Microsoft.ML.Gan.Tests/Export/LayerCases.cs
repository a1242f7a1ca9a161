using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tests.Export;

/// <summary>Every layer that has an ONNX form, in each of its notable settings.</summary>
internal static class LayerCases
{
    public static readonly IReadOnlyDictionary<string, (Func<nn.Module<Tensor, Tensor>> Create, int[] RowShape)> All =
        new Dictionary<string, (Func<nn.Module<Tensor, Tensor>>, int[])>
        {
            ["Linear"] = (() => Linear(6, 5), [6]),
            ["Linear without bias"] = (() => Linear(6, 5, hasBias: false), [6]),
            ["Linear on matrices"] = (() => Linear(6, 5), [3, 6]),
            ["Linear on matrices without bias"] = (() => Linear(6, 5, hasBias: false), [3, 6]),

            ["Conv1d"] = (() => Conv1d(2, 3, 3, stride: 2, padding: 1), [2, 9]),
            ["Conv1d same padding"] = (() => Conv1d(2, 3, 4, Padding.Same, dilation: 3), [2, 9]),
            ["Conv2d"] = (() => Conv2d(2, 3, 3), [2, 6, 5]),
            ["Conv2d strides and padding"] = (() => Conv2d(2, 3, (3, 4), stride: (2, 1), padding: (0, 2), dilation: (1, 2)), [2, 7, 6]),
            ["Conv2d groups"] = (() => Conv2d(4, 6, 3, padding: 1, groups: 2), [4, 5, 5]),
            ["Conv2d depthwise without bias"] = (() => Conv2d(4, 4, 3, padding: 1, groups: 4, bias: false), [4, 5, 5]),
            ["Conv2d same padding"] = (() => Conv2d(2, 3, (4, 3), Padding.Same, dilation: (1, 2)), [2, 6, 5]),
            ["Conv2d valid padding"] = (() => Conv2d(2, 3, 3, Padding.Valid, stride: 2), [2, 7, 5]),
            ["Conv2d reflected padding"] = (() => Conv2d(2, 3, (3, 5), padding: (1, 2), padding_mode: PaddingModes.Reflect), [2, 6, 5]),
            ["Conv2d replicated padding"] = (() => Conv2d(2, 3, (3, 5), padding: (2, 1), padding_mode: PaddingModes.Replicate), [2, 6, 5]),

            ["ConvTranspose1d"] = (() => ConvTranspose1d(2, 3, 3, stride: 2, padding: 1, output_padding: 1), [2, 5]),
            ["ConvTranspose2d"] = (() => ConvTranspose2d(2, 3, 4, stride: 2, padding: 1), [2, 4, 3]),
            ["ConvTranspose2d from one pixel"] = (() => ConvTranspose2d(8, 3, 4, bias: false), [8, 1, 1]),
            ["ConvTranspose2d output padding"] = (() => ConvTranspose2d(2, 3, 3, stride: 2, padding: 1, output_padding: 1), [2, 4, 3]),
            ["ConvTranspose2d unequal output padding"] = (() => ConvTranspose2d(2, 3, (3, 3), stride: (2, 2), output_padding: (1, 0)), [2, 4, 3]),
            ["ConvTranspose2d groups"] = (() => ConvTranspose2d(4, 6, 4, stride: 2, padding: 1, groups: 2), [4, 3, 3]),
            ["ConvTranspose2d dilation"] = (() => ConvTranspose2d(2, 3, (3, 2), stride: (1, 3), padding: (2, 0), dilation: (2, 1)), [2, 4, 3]),

            ["BatchNorm1d"] = (() => BatchNorm1d(5, eps: 0.1), [5]),
            ["BatchNorm1d sequences"] = (() => BatchNorm1d(5), [5, 3]),
            ["BatchNorm1d not affine"] = (() => BatchNorm1d(5, affine: false), [5]),
            ["BatchNorm2d"] = (() => BatchNorm2d(3, eps: 0.1), [3, 4, 5]),
            ["BatchNorm2d not affine"] = (() => BatchNorm2d(3, affine: false), [3, 4, 5]),
            ["InstanceNorm1d"] = (() => InstanceNorm1d(3, eps: 0.1), [3, 8]),
            ["InstanceNorm1d affine"] = (() => InstanceNorm1d(3, affine: true), [3, 8]),
            ["InstanceNorm2d"] = (() => InstanceNorm2d(3), [3, 4, 5]),
            ["InstanceNorm2d affine"] = (() => InstanceNorm2d(3, eps: 0.1, affine: true), [3, 4, 5]),
            ["InstanceNorm2d running statistics"] = (() => InstanceNorm2d(3, affine: true, track_running_stats: true), [3, 4, 5]),
            ["LayerNorm"] = (() => LayerNorm(6, eps: 0.1), [6]),
            ["LayerNorm without bias"] = (() => LayerNorm(6, bias: false), [2, 6]),
            ["LayerNorm not affine"] = (() => LayerNorm(6, elementwise_affine: false), [2, 6]),
            ["LayerNorm of images"] = (() => LayerNorm([3, 4, 5]), [3, 4, 5]),
            ["GroupNorm"] = (() => GroupNorm(2, 6, eps: 0.1), [6, 4, 3]),
            ["GroupNorm not affine"] = (() => GroupNorm(3, 6, affine: false), [6, 4, 3]),
            ["GroupNorm sequences"] = (() => GroupNorm(2, 4), [4, 7]),

            ["ReLU"] = (() => ReLU(), [9]),
            ["LeakyReLU"] = (() => LeakyReLU(0.2), [9]),
            ["ELU"] = (() => ELU(0.7), [9]),
            ["SELU"] = (() => SELU(), [9]),
            ["SiLU"] = (() => SiLU(), [9]),
            ["GELU"] = (() => GELU(), [9]),
            ["GELU tanh"] = (() => GELU(TorchSharp.Modules.GELU.Approximate.tanh), [9]),
            ["Tanh"] = (() => Tanh(), [9]),
            ["Sigmoid"] = (() => Sigmoid(), [9]),
            ["Softmax"] = (() => Softmax(-1), [3, 9]),
            ["Softmax of features"] = (() => Softmax(1), [3, 4, 5]),
            ["Softplus"] = (() => Softplus(), [9]),
            ["Softplus beta and threshold"] = (() => Softplus(beta: 0.5, threshold: 0.3), [9]),

            ["Mish"] = (() => Mish(), [9]),
            ["Hardswish"] = (() => Hardswish(), [9]),
            ["Softsign"] = (() => Softsign(), [9]),
            ["LogSigmoid"] = (() => LogSigmoid(), [9]),
            ["Tanhshrink"] = (() => Tanhshrink(), [9]),
            ["GLU"] = (() => GLU(), [10]),
            ["GLU of channels"] = (() => GLU(1), [6, 4, 3]),
            ["GLU of rows of a matrix"] = (() => GLU(-2), [4, 3]),
            ["PReLU"] = (() => PReLU(1), [9]),
            ["PReLU of features"] = (() => PReLU(9), [9]),
            ["PReLU of channels"] = (() => PReLU(3), [3, 4, 5]),
            ["PReLU of images"] = (() => PReLU(1), [3, 4, 5]),
            ["RReLU"] = (() => RReLU(0.1, 0.5), [9]),
            ["CELU"] = (() => CELU(0.7), [9]),
            ["ReLU6"] = (() => Sequential(Linear(9, 9), Linear(9, 40), ReLU6()), [9]),
            ["Hardsigmoid"] = (() => Hardsigmoid(), [9]),
            ["Softshrink"] = (() => Softshrink(0.3), [9]),
            ["Hardshrink"] = (() => Hardshrink(0.3), [9]),

            ["Identity"] = (() => Identity(), [9]),
            ["Dropout"] = (() => Dropout(0.9), [9]),
            ["Dropout1d"] = (() => Dropout1d(0.9), [3, 4]),
            ["Dropout2d"] = (() => Dropout2d(0.9), [3, 4, 5]),
            ["AlphaDropout"] = (() => AlphaDropout(0.9), [9]),
            ["FeatureAlphaDropout"] = (() => FeatureAlphaDropout(0.9), [3, 4, 5]),

            ["Flatten"] = (() => Flatten(), [3, 4, 5]),
            ["Flatten vectors"] = (() => Flatten(), [5]),
            ["Flatten part"] = (() => Flatten(2, 3), [3, 4, 5, 2]),
            ["Unflatten"] = (() => Unflatten(1, [3, 2, 2]), [12]),
            ["Unflatten by -1"] = (() => Unflatten(2, [2, -1]), [3, 8]),
            ["PixelShuffle"] = (() => PixelShuffle(2), [12, 3, 4]),

            ["Upsample nearest"] = (() => Upsample(scale_factor: [2, 2]), [2, 3, 4]),
            ["Upsample nearest by unequal factors"] = (() => Upsample(scale_factor: [3, 1]), [2, 3, 4]),
            ["Upsample nearest by a fraction"] = (() => Upsample(scale_factor: [1.5, 2.5]), [2, 5, 4]),
            ["Upsample nearest to a size"] = (() => Upsample(size: [7, 14]), [2, 3, 6]),
            ["Upsample nearest down"] = (() => Upsample(size: [2, 3]), [2, 5, 8]),
            ["Upsample bilinear"] = (() => Upsample(scale_factor: [2, 3], mode: UpsampleMode.Bilinear), [2, 3, 4]),
            ["Upsample bilinear aligned"] = (() => Upsample(scale_factor: [2, 3], mode: UpsampleMode.Bilinear, align_corners: true), [2, 3, 4]),
            ["Upsample bilinear by a fraction"] = (() => Upsample(scale_factor: [1.5, 2.3], mode: UpsampleMode.Bilinear), [2, 5, 4]),
            ["Upsample bilinear by a fraction, recomputed"] =
                (() => Upsample(scale_factor: [1.5, 2.3], mode: UpsampleMode.Bilinear, recompute_scale_factor: true), [2, 5, 4]),
            ["Upsample bilinear to a size"] = (() => Upsample(size: [7, 14], mode: UpsampleMode.Bilinear, align_corners: false), [2, 3, 6]),
            ["Upsample bilinear to one pixel"] = (() => Upsample(size: [1, 1], mode: UpsampleMode.Bilinear), [2, 3, 6]),
            ["Upsample bilinear aligned to a size"] = (() => Upsample(size: [5, 1], mode: UpsampleMode.Bilinear, align_corners: true), [2, 3, 6]),

            ["AvgPool2d"] = (() => AvgPool2d(2), [2, 6, 5]),
            ["AvgPool2d padding"] = (() => AvgPool2d(3, stride: 2, padding: 1), [2, 6, 5]),
            ["AvgPool2d padding not counted"] = (() => AvgPool2d(3, stride: 2, padding: 1, count_include_pad: false), [2, 6, 5]),
            ["AvgPool2d ceil"] = (() => AvgPool2d(3, stride: 2, padding: 1, ceil_mode: true), [2, 6, 7]),
            ["AvgPool2d ceil, padding not counted"] =
                (() => AvgPool2d((3, 2), stride: (3, 2), padding: (1, 0), ceil_mode: true, count_include_pad: false), [2, 6, 7]),
            ["AvgPool2d ceil, last window in the padding"] = (() => AvgPool2d(2, stride: 3, padding: 1, ceil_mode: true), [2, 4, 7]),
            ["AvgPool2d ceil of a single window"] = (() => AvgPool2d(4, stride: 4, ceil_mode: true), [2, 2, 3]),
            ["AvgPool2d divisor"] = (() => AvgPool2d(3, stride: 2, padding: 1, ceil_mode: true, divisor_override: 5), [2, 6, 5]),
            ["AdaptiveAvgPool2d"] = (() => AdaptiveAvgPool2d(1), [2, 6, 5]),
            ["AdaptiveAvgPool2d divisors"] = (() => AdaptiveAvgPool2d((3, 1)), [2, 6, 5]),
            ["MaxPool2d"] = (() => MaxPool2d(2), [2, 6, 5]),
            ["MaxPool2d padding and dilation"] = (() => MaxPool2d((3, 2), stride: (2, 1), padding: (1, 0), dilation: (1, 3)), [2, 6, 7]),
            ["AdaptiveAvgPool2d of its own size"] = (() => AdaptiveAvgPool2d((6, 5)), [2, 6, 5]),
            ["MaxPool2d ceil"] = (() => MaxPool2d(3, stride: 2, padding: 1, ceil_mode: true), [2, 6, 7]),
            ["MaxPool2d ceil and dilation"] = (() => MaxPool2d(2, stride: 4, dilation: 3, ceil_mode: true), [2, 9, 6]),

            ["ZeroPad2d"] = (() => ZeroPad2d((1, 2, 3, 0)), [2, 4, 3]),
            ["ConstantPad2d"] = (() => ConstantPad2d((1, 2, 3, 0), 0.25), [2, 4, 3]),
            ["ConstantPad2d cropping"] = (() => ConstantPad2d((-1, 2, 0, -1), 0.25), [2, 4, 3]),
            ["ReflectionPad2d"] = (() => ReflectionPad2d((1, 2, 3, 0)), [2, 4, 3]),
            ["ReplicationPad2d"] = (() => ReplicationPad2d((1, 2, 3, 0)), [2, 4, 3]),

            ["Sequential"] = (() => Sequential(Linear(4, 6), LeakyReLU(0.2), Linear(6, 3)), [4]),
            ["Sequential without layers"] = (() => Sequential(Array.Empty<nn.Module<Tensor, Tensor>>()), [4]),
            ["Sequential nested"] = (NestedGenerator, [4]),
            ["custom module"] = (() => Sequential(Linear(4, 6), new Residual(6), Tanh()), [4]),
        };

    /// <summary>A small convolutional generator: (N, 4) to (N, 1, 8, 8).</summary>
    public static Sequential NestedGenerator()
    {
        var start = Sequential(Linear(4, 8 * 2 * 2, hasBias: false), Unflatten(1, [8, 2, 2]), BatchNorm2d(8), ReLU(inplace: true));
        var middle = Sequential(
            ("up", ConvTranspose2d(8, 4, 4, stride: 2, padding: 1, bias: false)), ("norm", BatchNorm2d(4)), ("drop", Dropout2d()), ("act", ReLU()));
        var end = Sequential(ConvTranspose2d(4, 1, 4, stride: 2, padding: 1), Tanh());
        return Sequential(("start", start), ("main", Sequential(middle, end)));
    }
}
