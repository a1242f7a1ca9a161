using Gan.Onnx.Graph;
using Microsoft.ML;

namespace Gan.Onnx.Tests.Exploration;

[TestClass]
public sealed class FindLatentTests
{
    [TestMethod]
    [DataRow(LatentPrior.Normal)]
    [DataRow(LatentPrior.Uniform)]
    public void FindLatent_OfALinearGenerator_FindsTheVector(LatentPrior prior)
    {
        using var generator = Load(Linear(prior));
        float[] latent = [0.9f, -0.3f, 0.1f, -0.7f], sample = new float[6];
        generator.Generate(latent, sample);

        var match = generator.FindLatent(sample);

        for (var i = 0; i < 4; i++) Assert.AreEqual(latent[i], match.Latent.Span[i], 1e-3, $"component {i}");
        Assert.IsLessThan(1e-3, match.Error);
    }

    [TestMethod]
    public void FindLatent_OfAnImageOfItsOwn_ComesWithinAHundredthOfItsRange()
    {
        using var generator = Load(Image());
        float[] latent = new float[64], image = new float[784], found = new float[784];
        generator.DrawLatents(latent, seed: 11);
        generator.Generate(latent, image);

        var random = generator.FindLatent(image, new() { Generations = 0 });
        var match = generator.FindLatent(image);

        generator.Generate(match.Latent.Span, found);
        Assert.AreEqual(SampleDistance.RootMeanSquare(image, found), match.Error, 1e-6);
        Assert.IsLessThan(0.02, match.Error);                       // values are from -1 to 1
        Assert.IsGreaterThan(0.5, random.Error);
    }

    [TestMethod]
    public void FindLatent_SameSeed_FindsTheSameVector()
    {
        using var generator = Load(TestModels.Network());
        var sample = new float[28];
        LatentSearchOptions options = new() { Candidates = 300, Generations = 5, Seed = 3 };

        var match = generator.FindLatent(sample, options);

        CollectionAssert.AreEqual(match.Latent.ToArray(), generator.FindLatent(sample, options).Latent.ToArray());
        CollectionAssert.AreNotEqual(
            match.Latent.ToArray(), generator.FindLatent(sample, new() { Candidates = 300, Generations = 5, Seed = 4 }).Latent.ToArray());
    }

    [TestMethod]
    [DataRow(LatentPrior.Normal, 4)]
    [DataRow(LatentPrior.Uniform, 1)]
    public void FindLatent_OfASampleBeyondAllReach_StaysWhereThePriorIs(LatentPrior prior, float greatest)
    {
        using var generator = Load(Linear(prior));

        var match = generator.FindLatent([1000, -1000, 1000, 0, 0, 0]);

        Assert.AreEqual(greatest, match.Latent.ToArray().Max(MathF.Abs), 1e-2);
        Assert.IsLessThanOrEqualTo(greatest, match.Latent.ToArray().Max(MathF.Abs));
        Assert.IsGreaterThan(100, match.Error);
    }

    [TestMethod]
    public void FindLatent_OfAClass_FindsItsVector()
    {
        using var generator = Load(TestModels.Conditional());

        var match = generator.FindLatent([301, 298.5f], "two");

        Assert.AreEqual(1, match.Latent.Span[0], 1e-3);
        Assert.AreEqual(-1.5, match.Latent.Span[1], 1e-3);
    }

    [TestMethod]
    public void WalkToClass_FromAnotherClass_EndsAtTheClassMean()
    {
        using var generator = Load(TestModels.Conditional());
        float[] walk = new float[5 * 2], samples = new float[5 * 2];

        var key = generator.WalkToClass([98, 297], "two", walk);

        Assert.AreEqual(3u, key);
        generator.Generate(walk, [key, key, key, key, key], samples);
        Assert.AreEqual(-4, walk[0], 1e-2);                         // as near to 98 as the class comes
        Assert.AreEqual(297, samples[1], 1e-2);
        Assert.AreEqual(300, samples[8], 0.2);
        Assert.AreEqual(300, samples[9], 0.2);
        for (var row = 1; row < 5; row++) Assert.IsLessThan(FromMean(row - 1), FromMean(row));

        double FromMean(int row) => Math.Sqrt(Math.Pow(samples[2 * row] - 300, 2) + Math.Pow(samples[2 * row + 1] - 300, 2));
    }

    [TestMethod]
    public void FindLatent_WrongLengthClassOrOption_IsRefused()
    {
        using var generator = Load(TestModels.Linear(3));
        using var conditional = Load(TestModels.Conditional());

        Assert.AreEqual(
            "The sample must have 3 values, but had 2. (Parameter 'sample')",
            Assert.ThrowsExactly<ArgumentException>(() => generator.FindLatent(new float[2])).Message);
        Assert.ThrowsExactly<ArgumentException>(() => conditional.FindLatent(new float[2], "nine"));
        Assert.ThrowsExactly<ArgumentException>(() => conditional.WalkToClass(new float[2], "two", new float[3]));
        Assert.ThrowsExactly<InvalidOperationException>(() => conditional.FindLatent(new float[2]));
        Assert.ThrowsExactly<InvalidOperationException>(() => generator.FindLatent(new float[3], "two"));
        Assert.AreEqual(
            $"Candidates must be at least 1, but was 0.{Environment.NewLine}Generations must be at least 0, but was -1.{Environment.NewLine}" +
            "Offspring must be at least 4, but was 3. (Parameter 'options')",
            Assert.ThrowsExactly<ArgumentException>(
                () => generator.FindLatent(new float[3], new() { Candidates = 0, Generations = -1, Offspring = 3 })).Message);
    }

    /// <summary>Images of 28 by 28 from 64 components through 256 units.</summary>
    private static byte[] Image()
    {
        var noise = new LatentSource(7, 784 * 256, LatentPrior.Normal);
        var graph = new OnnxGraphBuilder();
        var latent = graph.Input("Latent", OnnxElementType.Single, [64]);
        var hidden = graph.Elementwise("Relu", graph.Linear(latent, Weight(0, 256, 64), null));
        graph.Output("Sample", graph.Reshape(graph.Elementwise("Tanh", graph.Linear(hidden, Weight(1, 784, 256), null)), [1, 28, 28]));
        return graph.ToModel(TestModels.Manifest(64, [1, 28, 28]).ToMetadata());

        OnnxValue Weight(int row, int outputs, int inputs)
        {
            var values = new float[outputs * inputs];
            noise.Fill(row, values);
            return graph.Constant(Array.ConvertAll(values, value => value * MathF.Sqrt(2f / inputs)), outputs, inputs);
        }
    }

    private static byte[] Linear(LatentPrior prior)
    {
        var graph = new OnnxGraphBuilder();
        var noise = new float[24];
        new LatentSource(1, 24, LatentPrior.Normal).Fill(0, noise);
        graph.Output("Sample", graph.Linear(graph.Input("Latent", OnnxElementType.Single, [4]), graph.Constant(noise, 6, 4), null));
        return graph.ToModel((TestModels.Manifest(4, [6]) with { Prior = prior }).ToMetadata());
    }

    private static GeneratorTransformer Load(byte[] model) => new MLContext().Gan().LoadGenerator(new MemoryStream(model));
}
