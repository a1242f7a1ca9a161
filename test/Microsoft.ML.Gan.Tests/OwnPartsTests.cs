using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests;

/// <summary>Networks, losses and augmentations of a user's own: what can't be learned by is told, where native code would end the process.</summary>
[TestClass]
public sealed class OwnPartsTests
{
    private static readonly MLContext MLContext = TestRows.MLContext;

    [TestMethod]
    public void Fit_GeneratorWithoutWeights_IsToldBeforeTraining() => AssertTold(
        "The generator of architecture 'custom' must have weights to train, but has none.",
        TestRows.Quick(architecture: GanArchitectures.Custom((_, _) => nn.Identity(), shape => nn.Linear(shape[0], 1))) with { LatentSize = 2 });

    [TestMethod]
    public void Fit_DiscriminatorThatDoesNotUseAWeight_IsToldBeforeTraining() => AssertTold(
        "The discriminator of architecture 'custom' must use each of its weights, but its output does not depend on 'body.unused.weight'. " +
        "Remove it, or set its requires_grad to false.",
        TestRows.Quick(architecture: GanArchitectures.Custom((size, shape) => nn.Linear(size, shape[0]), shape => new Own(shape[0], 1))));

    [TestMethod]
    public void Fit_WeightsThatAreNotContiguous_AreToldBeforeTraining() => AssertTold(
        "The weights of the generator of architecture 'custom' must be contiguous, but 'body.weight' is not. Call contiguous() where it is made.",
        TestRows.Quick(architecture: GanArchitectures.Custom(
            (size, shape) =>
            {
                var layer = nn.Linear(size, shape[0], hasBias: false);
                layer.weight = nn.Parameter(randn(size, shape[0]).t());
                return layer;
            },
            shape => nn.Linear(shape[0], 1))));

    [TestMethod]
    public void Fit_FunctionThatReturnsNull_IsTold()
    {
        AssertTold(
            "The generator of architecture 'custom' must be a module, but was null. Return one.",
            TestRows.Quick(architecture: GanArchitectures.Custom((_, _) => null!, shape => nn.Linear(shape[0], 1))));
        AssertTold(
            "The discriminator of architecture 'custom' must be a module, but was null. Return one.",
            TestRows.Quick(architecture: GanArchitectures.Custom((size, shape) => nn.Linear(size, shape[0]), _ => null!)));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Fit_ModuleMadeBeforehand_IsToldAtTheSecondFit(bool isAPart)
    {
        var made = nn.Linear(4, 2);
        var options = TestRows.Quick(rounds: 1, architecture: GanArchitectures.Custom(
            (_, _) => isAPart ? nn.Sequential(nn.ReLU(), made) : made, shape => nn.Linear(shape[0], 1)));
        using var first = MLContext.Gan().Train(TestRows.Clusters(), options);

        AssertTold(
            "The generator of architecture 'custom' must be made anew for each fit, but uses a tensor that has been disposed of, as a fit " +
            "does with its networks. Make the module, and its layers, within the function that returns it.", options);
    }

    [TestMethod]
    public void Fit_NetworkThatMemoryCannotHold_IsToldInOneSentence()
    {
        var options = TestRows.Quick(architecture: GanArchitectures.Custom(
            (size, shape) => nn.Sequential(nn.Linear(size, 1L << 50), nn.Linear(1L << 50, shape[0])), shape => nn.Linear(shape[0], 1)));

        var message = Assert.ThrowsExactly<ArgumentException>(() => MLContext.Gan().Train(TestRows.Clusters(), options)).Message;

        Assert.StartsWith("The networks of architecture 'custom' must be such as torch can make, but it failed: ", message);
        Assert.EndsWith(". If memory is short, lower LatentSize or take smaller networks.", message);
        Assert.DoesNotContain("\n", message);
    }

    [TestMethod]
    public void Fit_InTorchsInferenceMode_SaysSo()
    {
        using var mode = inference_mode();

        Assert.AreEqual(
            "A fit must be called outside of torch's inference mode, but was called within. Use no_grad there.",
            Assert.ThrowsExactly<InvalidOperationException>(() => MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick())).Message);
    }

    [TestMethod]
    public void Fit_UnderADefaultTypeOfDouble_SaysSo()
    {
        set_default_dtype(float64);
        try
        {
            Assert.AreEqual(
                "torch's default type must be Float32 for a fit, but was Float64. Call torch.set_default_dtype(torch.float32) before it.",
                Assert.ThrowsExactly<InvalidOperationException>(() => MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick())).Message);
        }
        finally
        {
            set_default_dtype(float32);
        }
    }

    [TestMethod]
    public void Pace_WithoutSteps_IsRefused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new GanPace(0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new GanPace(1, 0));
    }

    [TestMethod]
    [DataRow(true, "A loss and a penalty must be scalars, but together were [32, 1]. Take the mean over the rows.")]
    [DataRow(false, "A loss must depend on the networks' weights, but does not. Look for a detach in the loss or the augmentation.")]
    public void Fit_LossWithoutAGradient_IsTold(bool isOfEachRow, string message) => AssertTold(
        message, TestRows.Quick(regularizer: GanRegularizers.None, loss: new OwnLoss(d => isOfEachRow ? d.Fake : d.Fake.mean().detach())));

    [TestMethod]
    public void Fit_AugmentationThatStopsTheGradient_IsToldBeforeTraining() => AssertTold(
        "An augmentation must pass on the gradient of its rows, but stops it. Look for a detach, or for values that are read back.",
        TestRows.Quick() with { Augmentation = new OwnAugmentation(rows => rows.detach()) });

    [TestMethod]
    public void Fit_PartsThatTakeAViewOfImages_GetThemAsTheyLieInTheData()
    {
        var options = TestRows.Quick(rounds: 2, architecture: GanArchitectures.Dcgan(8, 8)) with
        {
            Augmentation = new OwnAugmentation(rows => rows.view(rows.shape[0], -1).view(rows.shape)),
        };

        using var gan = MLContext.Gan().Train(TestRows.LabeledImages(64, 3, 16), options);

        Assert.AreEqual(2, gan.History.Rounds);
    }

    [TestMethod]
    public void Fit_WhereGradientsAreOff_LearnsAllTheSame()
    {
        using var expected = MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick());
        using var noGrad = no_grad();

        using var gan = MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick());

        Assert.AreEqual(expected.History.Reports[^1].DiscriminatorLoss, gan.History.Reports[^1].DiscriminatorLoss);
        Assert.IsFalse(is_grad_enabled());
    }

    [TestMethod]
    public void Fit_OnnxFormThatIsAnotherFunction_IsWarnedOf()
    {
        var log = new List<string>();
        var mlContext = new MLContext();
        mlContext.Log += (_, line) => log.Add(line.RawMessage);

        using var gan = mlContext.Gan().Train(TestRows.Clusters(), TestRows.Quick(architecture: GanArchitectures.Custom(
            (size, shape) => nn.Sequential(nn.Linear(size, shape[0]), new Doubled()), shape => nn.Linear(shape[0], 1))));

        Assert.IsGreaterThan(0.1, gan.History.ExportDifference);
        Assert.HasCount(
            1, log.Where(
                line => line.StartsWith("The exported generator's samples differ from the trained one's by up to ",
                    StringComparison.Ordinal)).ToList());
    }

    private static void AssertTold(string message, GanTrainer.Options options) =>
        Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(() => MLContext.Gan().Train(TestRows.Clusters(), options)).Message);

    private sealed class Own : nn.Module<Tensor, Tensor>, IOnnxModule
    {
        [ComponentName(Name = "used")]
        private readonly TorchSharp.Modules.Linear _used;

        public Own(int inputs, int outputs) : base(nameof(Own))
        {
            _used = nn.Linear(inputs, outputs);
            register_module("unused", nn.Linear(1, 1, hasBias: false));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => _used.call(input);

        public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input) => OnnxExport.Write(graph, _used, input);
    }

    private sealed class Doubled() : nn.Module<Tensor, Tensor>(nameof(Doubled)), IOnnxModule
    {
        public override Tensor forward(Tensor input) => input + input;

        public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input) => input;
    }

    private sealed class OwnLoss(Func<Logits, Tensor> loss) : IGanLoss
    {
        public string Name => "own";

        public bool IsRelativistic => false;

        public Tensor ForDiscriminator(Logits d) => loss(d);

        public Tensor ForGenerator(Logits d) => loss(d);
    }

    private sealed class OwnAugmentation(Func<Tensor, Tensor> apply) : IGanAugmentation
    {
        public string Name => "own";

        public Tensor Apply(Tensor rows, Func<long[], Tensor> uniform) => apply(rows);
    }
}
