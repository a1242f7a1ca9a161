using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Optimizers;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Theory;

/// <summary>Why the generator's loss is not the game's value: Goodfellow et al. (2014), section 3.</summary>
[TestClass]
public sealed class SaturationTests(TestContext output)
{
    [TestMethod]
    [DataRow(-10f)]
    [DataRow(-4f)]
    [DataRow(0f)]
    [DataRow(3f)]
    public void StepGenerator_FakesOfOneLogit_GradientsDifferByTheRatioOfTheDerivatives(float logit)
    {
        var minimax = GeneratorGradient(GanLosses.Minimax, logit);
        var nonSaturating = GeneratorGradient(GanLosses.NonSaturating, logit);

        var ratio = Norm(nonSaturating) / Norm(minimax);
        var cosine = minimax.Zip(nonSaturating).Sum(pair => pair.First * pair.Second) / (Norm(minimax) * Norm(nonSaturating));

        output.WriteLine($"logit {logit}: gradients' ratio {ratio:F3}, e^-a {Math.Exp(-logit):F3}, cosine {cosine:F6}");
        Assert.AreEqual(1, ratio / Math.Exp(-logit), 1e-3, "σ(−a) / σ(a) = e^−a");
        Assert.AreEqual(1, cosine, 1e-4, "The direction is the same.");
    }

    /// <summary>The gradient that reaches G's parameters in one round, when D gives one logit to all fakes.</summary>
    private static double[] GeneratorGradient(IGanLoss loss, float logit)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        var architecture = GanArchitectures.Mlp(32, 2);
        var (discriminator, generator) = (GanNetwork.Discriminator(architecture, [2], 0), GanNetwork.Generator(architecture, 4, [2], 0));
        var z = randn(1, 4);
        using (no_grad())
            discriminator.parameters().Last().add_(logit - discriminator.Call(generator.Call(z, null), null).squeeze());

        var gradient = new List<double>();
        var probability = 0.0;
        using (var statistics = new RoundStatistics(loss))
        {
            var game = new Game(
                new Player(discriminator, _ => new StillOptimizer()),
                new Player(generator, _ => new StillOptimizer(gradients => gradient.AddRange(gradients.SelectMany(Values)))),
                loss, GanRegularizers.None, GanAugmentations.None, count => z.expand(count, 4), new TestNoise());
            new AdversarialTraining(game, new WeightAverage(generator, null, 16), statistics)
                .Round(() => new Batch(randn(16, 2), null), new GanPace(1), new TrainingMoment(0, 1));
            probability = statistics.Read().ProbabilityOfFake;
        }
        Assert.AreEqual(1, probability * (1 + Math.Exp(-logit)), 1e-4, "D(G(z)) = σ(logit)");
        return [.. gradient];
    }

    private static IEnumerable<double> Values(Tensor gradient) => gradient.to(float64).data<double>().ToArray();

    private static double Norm(double[] gradient) => Math.Sqrt(gradient.Sum(value => value * value));
}
