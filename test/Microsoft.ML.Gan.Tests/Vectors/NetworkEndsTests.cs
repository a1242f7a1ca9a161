using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tests.Vectors;

/// <summary>Networks of a user's own whose last layer holds back their values.</summary>
[TestClass]
public sealed class NetworkEndsTests
{
    private const string AnySize = "The generator of architecture 'own' must give values of any size, since its range is Unbounded, but ends in ";
    private const string OneDeviation = ": its samples lie within one standard deviation of the mean. Use GeneratorRange.MinusOneToOne, or leave " +
        "that layer out.";

    private static readonly Dictionary<string, Func<Module<Tensor, Tensor>>> Ends = new()
    {
        ["none"] = () => Identity(),
        ["tanh"] = () => Tanh(),
        ["tanh and shape"] = () => Sequential(Tanh(), Dropout(0.1), Unflatten(1, [1, 2]), Flatten()),
        ["tanh in code"] = () => new OwnTanh(),
        ["sigmoid"] = () => Sigmoid(),
        ["relu"] = () => ReLU(),
        ["leaky relu"] = () => LeakyReLU(0.2),
        ["wider tanh"] = () => new OwnTanh(3),
    };

    [TestMethod]
    [DataRow("none", GeneratorRange.Unbounded, null)]
    [DataRow("tanh", GeneratorRange.Unbounded, $"{AnySize}Tanh{OneDeviation}")]
    [DataRow("tanh and shape", GeneratorRange.Unbounded, $"{AnySize}Tanh{OneDeviation}")]
    [DataRow("tanh in code", GeneratorRange.Unbounded, $"{AnySize}Tanh{OneDeviation}")]
    [DataRow("wider tanh", GeneratorRange.Unbounded, null)]
    [DataRow("leaky relu", GeneratorRange.Unbounded, null)]
    [DataRow("sigmoid", GeneratorRange.Unbounded,
        $"{AnySize}Sigmoid: its samples lie from the mean to one standard deviation above it. Leave that layer out.")]
    [DataRow("relu", GeneratorRange.Unbounded, $"{AnySize}Relu: its samples lie above the mean. Leave that layer out.")]
    [DataRow("tanh", GeneratorRange.MinusOneToOne, null)]
    [DataRow("none", GeneratorRange.MinusOneToOne, null)]
    [DataRow("sigmoid", GeneratorRange.MinusOneToOne,
        "The generator of architecture 'own' must give values from -1 to 1, since its range is MinusOneToOne, but ends in Sigmoid: its samples " +
        "lie in the upper half of the data's range. End it in Tanh.")]
    public void Fit_GeneratorThatEndsInBounds_IsWarnedOfWhereTheyAreNotItsRange(string end, GeneratorRange range, string? warning) =>
        AssertWarning(warning, GanArchitectures.Custom(
            (size, shape) => Sequential(Linear(size, shape[0]), Ends[end]()), shape => Linear(shape[0], 1), range, "own"));

    [TestMethod]
    [DataRow("none", null)]
    [DataRow("leaky relu", null)]
    [DataRow("sigmoid", "Sigmoid")]
    [DataRow("tanh in code", "Tanh")]
    [DataRow("relu", "Relu")]
    public void Fit_DiscriminatorThatEndsInBounds_IsWarnedOf(string end, string? operatorName) => AssertWarning(
        operatorName is null ? null : $"The discriminator of architecture 'own' must give logits of any size, but ends in {operatorName}. Leave " +
            "that layer out: the losses take the sigmoid themselves.",
        GanArchitectures.Custom((size, shape) => Linear(size, shape[0]), shape => Sequential(Linear(shape[0], 1), Ends[end]()), name: "own"));

    public static IEnumerable<string> Presets => GanPresets.All.Keys;

    [TestMethod]
    [DynamicData(nameof(Presets))]
    public void Fit_Preset_IsNotWarnedOf(string name)
    {
        foreach (var rows in new[] { TestRows.Clusters(32), TestRows.Images(16, 8) })
        {
            var log = new WarningLog();
            using var gan = log.MLContext.Gan().Train(rows, GanPresets.All[name] with { MaxRounds = 1, BatchSize = 8, Device = TrainingDevice.Cpu });
            Assert.IsEmpty(log.Warnings);
        }
    }

    private static void AssertWarning(string? expected, GanArchitecture architecture)
    {
        var log = new WarningLog();
        using var gan = log.MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick(rounds: 1, architecture: architecture));
        Assert.AreEqual(expected, log.Warnings.SingleOrDefault());
    }

    private sealed class OwnTanh(double factor = 1) : Module<Tensor, Tensor>(nameof(OwnTanh)), IOnnxModule
    {
        public override Tensor forward(Tensor input) => factor == 1 ? input.tanh() : input.tanh() * factor;

        public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input)
        {
            var bounded = graph.Elementwise("Tanh", input);
            return factor == 1 ? bounded : graph.Times(bounded, graph.Constant([(float)factor], []));
        }
    }
}
