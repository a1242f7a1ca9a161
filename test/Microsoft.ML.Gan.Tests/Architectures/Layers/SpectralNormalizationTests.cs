using Gan.Onnx.Graph.Protos;
using Microsoft.ML.Gan.Architectures.Layers;
using Microsoft.ML.Gan.Tests.Export;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tests.Architectures.Layers;

[TestClass]
public sealed class SpectralNormalizationTests
{
    private static IReadOnlyDictionary<string, (Func<SpectralNormalization> Create, int[] RowShape, string Operator)> Cases =>
        new Dictionary<string, (Func<SpectralNormalization>, int[], string)>
        {
            ["linear"] = (() => new(Linear(6, 5)), [6], "Gemm"),
            ["linear without bias"] = (() => new(Linear(3, 9, hasBias: false)), [3], "Gemm"),
            ["convolution"] = (() => new(Conv2d(2, 4, 4, stride: 2, padding: 1)), [2, 6, 6], "Conv"),
            ["grouped convolution"] = (() => new(Conv2d(4, 6, 3, dilation: 2, groups: 2, bias: false)), [4, 7, 6], "Conv"),
        };

    public static IEnumerable<string> Names => Cases.Keys;

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void NormalizedWeight_AfterManyForwardPasses_HasLargestSingularValueOne(string name)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        using var layer = Cases[name].Create();
        using (no_grad()) layer.parameters().First().mul_(7);
        var before = LargestSingularValue(layer);

        Forward(layer, Cases[name].RowShape, times: 300);

        Assert.AreNotEqual(1, before, 1e-2);
        Assert.AreEqual(1, LargestSingularValue(layer), 1e-4);
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Export_Layer_HoldsTheDividedWeightsAndNoDivision(string name)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(2);
        using var layer = Cases[name].Create();
        Forward(layer, Cases[name].RowShape, times: 20);

        var model = ModelProto.Parser.ParseFrom(ExportedModule.ToModel(layer, Cases[name].RowShape));

        Assert.AreEqual(Cases[name].Operator, string.Join(", ", model.Graph.Node.Select(node => node.OpType)));
        var weight = model.Graph.Initializer.First(constant => constant.Dims.Count == layer.NormalizedWeight().dim()).RawData.ToByteArray();
        CollectionAssert.AreEqual(layer.NormalizedWeight().contiguous().bytes.ToArray(), weight);
    }

    [TestMethod]
    public void Forward_InTraining_TakesOnePowerIterationAndNoneOutsideIt()
    {
        using var scope = NewDisposeScope();
        using var layer = new SpectralNormalization(Linear(6, 5));
        var weight = layer.parameters().First().detach();
        var u = layer.named_buffers().Single().buffer;
        var start = u.clone();

        layer.eval();
        Forward(layer, [6], times: 1);
        var afterEvaluation = u.clone();
        layer.train();
        Forward(layer, [6], times: 1);

        CollectionAssert.AreEqual(start.bytes.ToArray(), afterEvaluation.bytes.ToArray());
        var next = weight.mm(weight.t()).mv(start);
        Assert.AreEqual(0, (u - next / next.norm()).abs().max().ToDouble(), 1e-6);
    }

    [TestMethod]
    public void Backward_Converged_IsTheGradientOfThePaper()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(3);
        using var layer = new SpectralNormalization(Linear(4, 3, hasBias: false));
        Forward(layer, [4], times: 500);
        var weight = layer.parameters().Single();
        var upstream = randn(3, 4);

        (layer.NormalizedWeight() * upstream).sum().backward();

        // ∂/∂W Σ A∘W/σ = (A − (A : W̄) u vᵀ)/σ
        var (u, singular, v) = linalg.svd(weight.detach(), fullMatrices: false);
        var normalized = weight.detach() / singular[0];
        var expected = (upstream - (upstream * normalized).sum() * outer(u.select(1, 0), v.select(0, 0))) / singular[0];
        Assert.AreEqual(0, (weight.grad! - expected).abs().max().ToDouble(), 1e-4);
    }

    [TestMethod]
    public void Backward_AfterAnotherForwardPass_StillReachesTheWeights()
    {
        using var scope = NewDisposeScope();
        using var layer = new SpectralNormalization(Linear(4, 3));
        var real = layer.call(randn(5, 4));
        var fake = layer.call(randn(5, 4));                                // changes u before the first graph is used

        (real.sum() - fake.square().sum()).backward();

        Assert.IsTrue(layer.parameters().All(parameter => parameter.grad is { } gradient && gradient.isfinite().all().ToBoolean()));
    }

    [TestMethod]
    public void To_AnotherType_MovesTheBufferWithTheWeights()
    {
        using var scope = NewDisposeScope();
        using var layer = new SpectralNormalization(Linear(4, 3)).to(ScalarType.Float64);

        var output = ((Module<Tensor, Tensor>)layer).call(ones(2, 4, ScalarType.Float64));

        Assert.AreEqual(ScalarType.Float64, output.dtype);
        Assert.AreEqual(ScalarType.Float64, layer.named_buffers().Single().buffer.dtype);
    }

    [TestMethod]
    public void Constructor_ConvolutionWithOtherPadding_IsRefused()
    {
        using var reflecting = Conv2d(1, 1, 3, padding: 1, padding_mode: PaddingModes.Reflect);
        using var same = Conv2d(1, 1, 3, Padding.Same);

        Assert.Contains(
            "must be zeros, and given in numbers, but was Reflect", Assert.ThrowsExactly<ArgumentException>(
                () => new SpectralNormalization(reflecting)).Message);
        Assert.Contains("but was Same", Assert.ThrowsExactly<ArgumentException>(() => new SpectralNormalization(same)).Message);
    }

    private static void Forward(SpectralNormalization layer, int[] rowShape, int times)
    {
        using var noGrad = no_grad();
        for (var time = 0; time < times; time++) layer.call(zeros([1, .. rowShape.Select(size => (long)size)])).Dispose();
    }

    private static double LargestSingularValue(SpectralNormalization layer) =>
        linalg.svdvals(layer.NormalizedWeight().detach().flatten(1)).max().ToDouble();
}
