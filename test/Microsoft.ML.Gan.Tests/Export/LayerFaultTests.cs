using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tests.Export;

[TestClass]
public class LayerFaultTests
{
    private const string Supported =
        "AdaptiveAvgPool2d, AlphaDropout, AvgPool2d, BatchNorm1d, BatchNorm2d, CELU, ConstantPad2d, Conv1d, Conv2d, ConvTranspose1d, " +
        "ConvTranspose2d, Dropout, Dropout1d, Dropout2d, ELU, FeatureAlphaDropout, Flatten, GELU, GLU, GroupNorm, Hardshrink, Hardsigmoid, " +
        "Hardswish, Identity, InstanceNorm1d, InstanceNorm2d, LayerNorm, LeakyReLU, Linear, LogSigmoid, MaxPool2d, Mish, PReLU, " +
        "PixelShuffle, RReLU, ReLU, ReLU6, ReflectionPad2d, ReplicationPad2d, SELU, Sequential, SiLU, Sigmoid, Softmax, Softplus, " +
        "Softshrink, Softsign, Tanh, Tanhshrink, Unflatten, Upsample, ZeroPad2d";

    public static IEnumerable<(string Setting, Func<nn.Module> Create, int[] RowShape)> RefusedSettings =>
    [
        ("start_dim 0. Use start_dim 1, which keeps the rows apart", () => Flatten(0), [3, 4]),
        ("start_dim -3. Use start_dim 1, which keeps the rows apart", () => Flatten(-3), [3, 4]),
        ("dim 0. Use dim 1, which keeps the rows apart", () => Unflatten(0, [2, 2]), [3, 4]),
        ("dim 0. Use a dimension other than the batch", () => Softmax(0), [3, 4]),
        ("dim -3. Use a dimension other than the batch", () => Softmax(-3), [3, 4]),
        ("dim 0. Use a dimension other than the batch", () => GLU(0), [3, 4]),
        ("track_running_stats False. Use running statistics", () => BatchNorm2d(3, track_running_stats: false), [3, 4, 4]),
        ("padding_mode Circular. Use Zeros, Reflect or Replicate", () => Conv2d(3, 2, 3, padding: 1, padding_mode: PaddingModes.Circular), [3, 4, 4]),
        ("padding Same and padding_mode Reflect. Use a padding in numbers",
            () => Conv2d(3, 2, (3, 5), Padding.Same, padding_mode: PaddingModes.Reflect), [3, 4, 4]),
        ("mode Bicubic. Use Nearest or Bilinear", () => Upsample(scale_factor: [2, 2], mode: UpsampleMode.Bicubic), [3, 4, 4]),
        ("output_size (3, 2) of 4x4 images. Use 1, or a size that divides the input's", () => AdaptiveAvgPool2d((3, 2)), [3, 4, 4]),
    ];

    public static IEnumerable<(string Expected, Func<nn.Module> Create, int[] RowShape)> UnfitInputs =>
    [
        ("an input of (N, ..., 5), but got one of (N, 4)", () => Linear(5, 2), [4]),
        ("an input of (N, 4, height, width), but got one of (N, 2, 6, 6)", () => Conv2d(4, 2, 3, groups: 2), [2, 6, 6]),
        ("an input of (N, 4, height, width), but got one of (N, 4)", () => ConvTranspose2d(4, 2, 3), [4]),
        ("an input of (N, 3, ...), but got one of (N, 3, 4, 4)", () => BatchNorm1d(3), [3, 4, 4]),
        ("an input of (N, 3, height, width), but got one of (N, 4, 4, 4)", () => BatchNorm2d(3), [4, 4, 4]),
        ("an input of (N, 3, length), but got one of (N, 3)", () => InstanceNorm1d(3), [3]),
        ("an input of (N, ..., 4, 5), but got one of (N, 5, 4)", () => LayerNorm([4, 5]), [5, 4]),
        ("an input of (N, a multiple of 2, ...), but got one of (N, 3, 4)", () => GroupNorm(2, 4), [3, 4]),
        ("an input of an even size in dimension 1, but got one of (N, 7)", () => GLU(), [7]),
        ("an input of (N, 3, ...), but got one of (N, 4)", () => PReLU(3), [4]),
        ("an input of (N, channels, height, width), but got one of (N, 16)", () => MaxPool2d(2), [16]),
        ("an input of (N, a multiple of 9, height, width), but got one of (N, 8, 2, 2)", () => PixelShuffle(3), [8, 2, 2]),
        ("an input of as many elements in dimension 1 as (2, 3) has, but got one of (N, 7)", () => Unflatten(1, [2, 3]), [7]),
        ("an input of more than 2 dimensions, but got one of (N, 7)", () => Flatten(2), [7]),
    ];

    [TestMethod]
    public void Write_LayerWithoutForm_IsNamedWithItsPlaceAndTheLayersThatHaveOne()
    {
        using var module = Sequential(("first", Linear(4, 4)), ("main", Sequential(ReLU(), new Unwritten())));

        var error = Assert.ThrowsExactly<NotSupportedException>(() => ExportedModule.ToModel(module, 4));

        Assert.AreEqual(
            "Layer 'Unwritten' (Microsoft.ML.Gan.Tests.Export.Unwritten, at 'main.1') has no ONNX form at opset 17. " +
            $"Supported layers: {Supported}. Write it with IOnnxModule, or use a supported layer.", error.Message);
    }

    [TestMethod]
    public void Write_LayerWithoutFormAlone_IsNamedWithoutPlace()
    {
        using var module = new Unwritten();

        var error = Assert.ThrowsExactly<NotSupportedException>(() => ExportedModule.ToModel(module, 4));

        Assert.StartsWith("Layer 'Unwritten' (Microsoft.ML.Gan.Tests.Export.Unwritten) has no ONNX form", error.Message);
    }

    [TestMethod]
    public void Write_LayerWithoutFormInsideCustomModule_IsNamedWithItsWholePath()
    {
        using var module = Sequential(("block", new Residual(4, last: new Unwritten())));

        var error = Assert.ThrowsExactly<NotSupportedException>(() => ExportedModule.ToModel(module, 4));

        Assert.StartsWith("Layer 'Unwritten' (Microsoft.ML.Gan.Tests.Export.Unwritten, at 'block._main.2') has", error.Message);
    }

    [TestMethod]
    public void Write_AfterAFailure_NamesPlacesInTheNewModule()
    {
        using var first = Sequential(("first", new Unwritten()));
        using var second = Sequential(("second", new Unwritten()));
        Assert.ThrowsExactly<NotSupportedException>(() => ExportedModule.ToModel(first, 4));

        var error = Assert.ThrowsExactly<NotSupportedException>(() => ExportedModule.ToModel(second, 4));

        Assert.Contains("at 'second')", error.Message);
    }

    [TestMethod]
    public void Write_ClassDerivedFromSequential_IsNotTakenForIt()
    {
        using var module = new Doubled();

        var error = Assert.ThrowsExactly<NotSupportedException>(() => ExportedModule.ToModel(module, 4));

        Assert.StartsWith("Layer 'Doubled' ", error.Message);
    }

    [TestMethod]
    [DynamicData(nameof(RefusedSettings))]
    public void Write_SettingWithoutForm_IsRefusedWithARemedy(string setting, Func<nn.Module> create, int[] rowShape)
    {
        using var layer = create();

        var error = Assert.ThrowsExactly<NotSupportedException>(() => ExportedModule.ToModel(layer, rowShape));

        var type = layer.GetType();
        Assert.AreEqual(
            $"Layer '{type.Name}' ({type.FullName}) has no ONNX form at opset 17 with {setting}, or write it with IOnnxModule.", error.Message);
    }

    [TestMethod]
    [DynamicData(nameof(UnfitInputs))]
    public void Write_InputThatDoesNotFit_IsRefusedWithBothShapes(string expected, Func<nn.Module> create, int[] rowShape)
    {
        using var layer = create();

        var error = Assert.ThrowsExactly<ArgumentException>(() => ExportedModule.ToModel(layer, rowShape));

        Assert.EndsWith($"must get {expected}. Change the layer, or the one before it.", error.Message);
    }
}

/// <summary>A module that does not write itself.</summary>
internal sealed class Unwritten() : nn.Module<Tensor, Tensor>(nameof(Unwritten))
{
    public override Tensor forward(Tensor input) => input.sin();
}

/// <summary>A Sequential that computes something else.</summary>
internal sealed class Doubled() : TorchSharp.Modules.Sequential(Linear(4, 4))
{
    public override Tensor forward(Tensor input) => base.forward(input) * 2;
}
