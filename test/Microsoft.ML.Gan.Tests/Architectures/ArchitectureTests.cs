using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Architectures;

[TestClass]
public sealed class ArchitectureTests
{
    public required TestContext TestContext { get; set; }

    public static IEnumerable<(GanArchitecture Architecture, int[] Shape, int Classes)> Cases =>
    [
        (GanArchitectures.Mlp(32, 2), [5], 0),
        (GanArchitectures.Mlp(32, 3), [5], 3),
        (GanArchitectures.Mlp(32, 2), [1, 4, 4], 3),
        (GanArchitectures.Mlp(32, 2, spectralNormalization: true), [5], 3),
        (GanArchitectures.Mlp(32, 2, minibatchStandardDeviation: true), [5], 0),
        (GanArchitectures.Mlp(32, 2, discreteLatents: 4, range: GeneratorRange.MinusOneToOne), [1, 4, 4], 3),
        (GanArchitectures.Mlp(32, 2, fourierFeatures: 16, discreteLatents: 4), [5], 3),
        (GanArchitectures.Mlp(32, 1, true, true, fourierFeatures: 7, leastFrequency: 0.5, discreteLatents: 6), [1, 4, 4], 0),
        (new GatedArchitecture(16), [5], 0),
        (new GatedArchitecture(16), [5], 3),
        (GanArchitectures.Dcgan(8, 8), [1, 8, 8], 0),
        (GanArchitectures.Dcgan(8, 8), [1, 8, 8], 10),
        (GanArchitectures.Dcgan(8, 8), [3, 10, 8], 2),
        (GanArchitectures.Dcgan(8, 8, DiscriminatorNormalization.Batch), [1, 28, 28], 10),
        (GanArchitectures.Dcgan(8, 8, DiscriminatorNormalization.Spectral, minibatchStandardDeviation: true), [1, 28, 28], 10),
        (GanArchitectures.Dcgan(8, 8, minibatchStandardDeviation: true), [3, 10, 8], 0),
        (GanArchitectures.Dcgan(4, 4), [3, 64, 64], 0),
        (GanArchitectures.Dcgan(2, 2), [3, 128, 128], 0),
        (GanArchitectures.Dcgan(1, 1), [1, 160, 256], 0),
        (GanArchitectures.Dcgan(8, 8), [2, 8, 8], 2),
        (GanArchitectures.Dcgan(8, 8), [4, 12, 8], 0),
        (GanArchitectures.Upsampling(8, 8), [1, 8, 8], 10),
        (GanArchitectures.Upsampling(4, 4), [3, 10, 8], 0),
        (GanArchitectures.Upsampling(4, 4), [1, 28, 28], 3),
        (GanArchitectures.Upsampling(1, 1), [3, 128, 128], 0),
        (GanArchitectures.Residual(8, 1), [1, 8, 8], 0),
        (GanArchitectures.Residual(16, 2), [3, 10, 8], 3),
        (GanArchitectures.Residual(12, 1), [1, 28, 28], 10),
        (GanArchitectures.Residual(4, 1), [3, 64, 64], 0),
        (GanArchitectures.Residual(2, 1), [3, 256, 256], 2),
    ];

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Build_EveryShape_GivesSamplesAndLogitsAndReachesEveryParameter(GanArchitecture architecture, int[] shape, int classes)
    {
        using var scope = NewDisposeScope();
        var (generator, discriminator) = Networks(architecture, shape, classes);
        var labels = classes == 0 ? null : randint(classes, [4]);
        Randomise(generator);                                             // a residual branch begins as 0, and lets no gradient through
        Randomise(discriminator);

        var sample = generator.Call(randn(4, 6), labels);
        var logits = discriminator.Call(sample, labels);
        logits.square().sum().backward();

        long[] expected = [4, .. shape.Select(size => (long)size)];
        CollectionAssert.AreEqual(expected, sample.shape);
        CollectionAssert.AreEqual(new long[] { 4, 1 }, logits.shape);
        foreach (var (name, parameter) in generator.named_parameters().Concat(discriminator.named_parameters()))
            Assert.IsTrue(parameter.grad is { } gradient && gradient.abs().sum().ToSingle() > 0, $"{name} gets a gradient.");
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Export_BothPlayers_AgreesWithTorchAtEveryBatchSize(GanArchitecture architecture, int[] shape, int classes)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(3);
        var (generator, discriminator) = Networks(architecture, shape, classes);
        Randomise(generator);
        Randomise(discriminator);
        var count = shape[^1] switch { > 128 => 8, 128 => 260, _ => 1000 };
        var latents = randn(count, 6);
        var labels = classes == 0 ? null : randint(classes, [count]);

        foreach (var network in new[] { generator, discriminator }) network.eval();
        using var noGrad = no_grad();
        var samples = generator.Call(latents, labels);
        var logits = discriminator.Call(samples, labels);

        foreach (var batch in new[] { 1, 7, Math.Min(256, count) })
        {
            var (ofSamples, ofLogits) = (
                LargestDifference(generator, latents, labels, samples, batch), LargestDifference(discriminator, samples, labels, logits, batch));
            TestContext.WriteLine(
                $"{architecture.Name}, {batch} rows: samples {ofSamples:E1}, logits {ofLogits:E1}, largest logit {logits.abs().max().ToSingle():F1}");
            Assert.AreEqual(0, ofSamples, 1e-5);
            Assert.AreEqual(0, ofLogits, 1e-5);
        }
        Assert.IsTrue(samples.std(0).mean().ToSingle() > 1e-3, "The samples depend on the latent vectors.");
    }

    [TestMethod]
    public void Dcgan_ParameterCounts_AreThoseOfItsLayers()
    {
        using var generator = GanArchitectures.Dcgan(64, 64).BuildGenerator(100, [1, 28, 28]);
        using var discriminator = GanArchitectures.Dcgan(64, 64).BuildDiscriminator([1, 28, 28]);

        // z → 128x7x7, BN(128), 128 → 64 by 4x4, BN(64), 64 → 1 by 4x4 with bias
        Assert.AreEqual(
            (100 * 128 * 49) + (2 * 128) + (128 * 64 * 16) + (2 * 64) + (64 * 16) + 1, generator.parameters().Sum(parameter => parameter.numel()));
        // 1 → 64 → 128 by 4x4 with biases, 128x7x7 → 1
        Assert.AreEqual((64 * 16) + 64 + (64 * 128 * 16) + 128 + (128 * 49) + 1, discriminator.parameters().Sum(parameter => parameter.numel()));
    }

    [TestMethod]
    public void Upsampling_ParameterCounts_AreThoseOfItsLayers()
    {
        using var generator = GanArchitectures.Upsampling(16, 8).BuildGenerator(100, [1, 28, 28]);
        using var discriminator = GanArchitectures.Upsampling(16, 8).BuildDiscriminator([2, 28, 28]);

        // z → 32x7x7, BN(32), 32 → 16 by 3x3, BN(16), 16 → 1 by 3x3 with bias
        Assert.AreEqual(
            (100 * 32 * 49) + (2 * 32) + (32 * 16 * 9) + (2 * 16) + (16 * 9) + 1, generator.parameters().Sum(parameter => parameter.numel()));
        // 2 → 8 → 16 by 4x4, 16x7x7 → 128 → 1, all with biases
        Assert.AreEqual(
            (2 * 8 * 16) + 8 + (8 * 16 * 16) + 16 + (16 * 49 * 128) + 128 + 128 + 1,
            discriminator.parameters().Sum(parameter => parameter.numel()));
    }

    [TestMethod]
    [DataRow(new[] { 1, 28, 28 }, "DCGAN 64/64")]
    [DataRow(new[] { 3, 128, 128 }, "DCGAN 64/64")]
    [DataRow(new[] { 28, 28 }, "DCGAN 64/64")]
    [DataRow(new[] { 28, 30, 3 }, "DCGAN 64/64")]
    [DataRow(new[] { 28, 28, 1 }, "DCGAN 64/64")]
    [DataRow(new[] { 2, 28, 28 }, "DCGAN 64/64")]
    [DataRow(new[] { 4, 32, 32 }, "DCGAN 64/64")]
    [DataRow(new[] { 1, 33, 33 }, "DCGAN 64/64")]
    [DataRow(new[] { 3, 130, 130 }, "DCGAN 64/64")]
    [DataRow(new[] { 1, 6, 6 }, "MLP 3x128")]
    [DataRow(new[] { 5, 28, 28 }, "MLP 3x128")]
    [DataRow(new[] { 3, 300, 300 }, "MLP 3x128")]
    [DataRow(new[] { 2, 3, 28, 28 }, "MLP 3x128")]
    [DataRow(new[] { 784 }, "MLP 3x128")]
    public void For_Shape_ChoosesDcganForImagesItCanMake(int[] shape, string name) =>
        Assert.AreEqual(name, GanArchitectures.ByShape().For(shape).Name);

    public static IEnumerable<(GanArchitecture Architecture, int[] Shape)> ConditionalCases =>
        [(GanArchitectures.Mlp(8, 1, discreteLatents: 6), [2]), (GanArchitectures.Dcgan(2, 2), [1, 8, 8]), (
            GanArchitectures.Residual(4, 1), [1, 8, 8]), (GanArchitectures.Upsampling(2, 2), [1, 8, 8])];

    [TestMethod]
    [DynamicData(nameof(ConditionalCases))]
    public void Export_KeyThatIsMissing_GivesNaNAndNoOtherClass(GanArchitecture architecture, int[] shape)
    {
        using var scope = NewDisposeScope();
        var (generator, _) = Networks(architecture, shape, 3);
        using var session = new InferenceSession(ToModel(generator, [6], 3));

        var sample = Run(session, randn(1, 6), full([1], -1, int64));         // key 0

        Assert.IsTrue(sample.All(float.IsNaN));
    }

    internal static (GanNetwork Generator, GanNetwork Discriminator) Networks(GanArchitecture architecture, int[] shape, int classes) =>
        (GanNetwork.Generator(architecture, 6, shape, classes), GanNetwork.Discriminator(architecture, shape, classes));

    /// <summary>Weights and statistics as after a training, so that an export that leaves one out is caught.</summary>
    private static void Randomise(nn.Module network)
    {
        using var noGrad = no_grad();
        foreach (var (name, value) in network.named_buffers().Where(buffer => buffer.buffer.is_floating_point()))
        {
            if (name.EndsWith("mean", StringComparison.Ordinal)) value.copy_(randn_like(value) * 0.1);
            if (name.EndsWith("var", StringComparison.Ordinal)) value.copy_(rand_like(value) + 0.5);
        }
        foreach (var value in network.parameters())
        {
            if (value.dim() == 1) value.add_(randn_like(value) * 0.3);
            else value.copy_(randn_like(value) * Math.Sqrt((double)value.shape[0] / value.numel()));
        }
    }

    private static byte[] ToModel(GanNetwork network, int[] inputShape, int classes)
    {
        var graph = new OnnxGraphBuilder();
        var input = graph.Input("Input", OnnxElementType.Single, inputShape);
        graph.Output("Output", network.ToOnnx(graph, input, classes == 0 ? null : graph.Input("Label", OnnxElementType.UInt32, [1])));
        return graph.ToModel(new Dictionary<string, string>());
    }

    private static float LargestDifference(GanNetwork network, Tensor input, Tensor? labels, Tensor expected, int batch)
    {
        using var session = new InferenceSession(
            ToModel(network, [.. input.shape.Skip(1).Select(size => (int)size)], labels is null ? 0 : (int)labels.max().ToInt64() + 1));
        var count = (int)input.shape[0] / batch * batch;
        var outputs = Enumerable.Range(0, count / batch)
            .SelectMany(part => Run(session, input.narrow(0, part * batch, batch), labels?.narrow(0, part * batch, batch))).ToArray();
        return (expected.narrow(0, 0, count).flatten() - tensor(outputs)).abs().max().ToSingle();
    }

    private static float[] Run(InferenceSession session, Tensor input, Tensor? labels)
    {
        using var values = OrtValue.CreateTensorValueFromMemory(input.contiguous().data<float>().ToArray(), input.shape);
        var inputs = new Dictionary<string, OrtValue> { ["Input"] = values };
        using var keys = labels is null ? null
            : OrtValue.CreateTensorValueFromMemory(labels.data<long>().Select(label => (uint)(label + 1)).ToArray(), [labels.shape[0], 1]);
        if (keys is not null) inputs["Label"] = keys;
        using var options = new RunOptions();
        using var outputs = session.Run(options, inputs, session.OutputNames);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
