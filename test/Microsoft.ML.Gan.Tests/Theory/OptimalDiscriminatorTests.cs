namespace Microsoft.ML.Gan.Tests.Theory;

/// <summary>Goodfellow et al. (2014), proposition 1 and theorem 1, measured on the running algorithm where both densities are known.</summary>
[TestClass]
public sealed class OptimalDiscriminatorTests(TestContext output)
{
    private const double Log4 = 1.3862943611198906;

    [TestMethod]
    [DataRow("two normals")]
    [DataRow("a mixture")]
    [DataRow("nearly disjoint")]
    public void Train_GeneratorFixed_DiscriminatorComesToItsOptimumAndTheValueToTheDivergence(string name)
    {
        using var game = Game(name);
        var before = game.MeanError(game.OptimalDiscriminator);

        game.Train();
        var (error, value, bound) = (game.MeanError(game.OptimalDiscriminator), game.Measure().Value, 2 * game.JensenShannon - Log4);

        output.WriteLine($"{name}: mean |D - D*| {error:F4} (untrained {before:F3}), V {value:F4}, 2 JSD - 2 log 2 {bound:F4}");
        Assert.AreEqual(0, error, 0.03, "mean |D - D*|");
        Assert.IsTrue(before > 5 * error, $"It was trained: the error was {before} before.");
        Assert.AreEqual(bound, value, 0.02, "V against 2 JSD - 2 log 2");
    }

    [TestMethod]
    public void Train_GeneratorEqualsData_DiscriminatorComesToOneHalfAndTheValueToMinusTwoLogTwo()
    {
        using var game = new FixedGeneratorGame(Density.Normal(0.5, 0.8), mean: 0.5, deviation: 0.8);
        Assert.AreEqual(0, game.JensenShannon, 1e-9);

        game.Train();
        var (error, means) = (game.MeanError(_ => 0.5), game.Measure());
        output.WriteLine($"mean |D - 1/2| {error:F4}, V {means.Value:F4}, -2 log 2 {-Log4:F4}");

        Assert.AreEqual(0, error, 0.02, "mean |D - 1/2|");
        Assert.AreEqual(0.5, means.ProbabilityOfReal, 0.02);
        Assert.AreEqual(0.5, means.ProbabilityOfFake, 0.02);
        Assert.AreEqual(-Log4, means.Value, 0.02);
        Assert.AreEqual(GanTrainingReport.EquilibriumValue, means.Value, 0.02);
    }

    [TestMethod]
    public void StepGenerator_OptimalDiscriminator_HasTheGradientOfTwiceTheDivergence()
    {
        const double h = 1e-3;
        var (real, mean, deviation) = Case("two normals");
        double Divergence(double byMean, double byDeviation) =>
            Divergences.JensenShannon(real, Density.Normal(mean + byMean, deviation + byDeviation));
        using var game = Game("two normals");

        game.Train();
        game.Measure();
        var (byMean, byDeviation) = game.GeneratorGradient;
        var (expectedByMean, expectedByDeviation) = ((Divergence(h, 0) - Divergence(-h, 0)) / h, (Divergence(0, h) - Divergence(0, -h)) / h);
        output.WriteLine($"by the mean {byMean:F4}, 2 JSD' {expectedByMean:F4}; by the deviation {byDeviation:F4}, 2 JSD' {expectedByDeviation:F4}");

        Assert.AreEqual(expectedByMean, byMean, 0.02);
        Assert.AreEqual(expectedByDeviation, byDeviation, 0.02);
    }

    [TestMethod]
    public void Value_AnyDiscriminatorButTheOptimum_IsBelowTwiceTheDivergence()
    {
        using var game = Game("two normals");

        var untrained = game.Measure().Value;

        Assert.IsTrue(untrained < 2 * game.JensenShannon - Log4 - 0.1, $"V is {untrained}.");
    }

    [TestMethod]
    [DataRow("two normals")]
    [DataRow("a mixture")]
    [DataRow("nearly disjoint")]
    public void JensenShannon_KullbackLeiblerTerms_IsTheirMeanToTheMiddle(string name)
    {
        var (real, mean, deviation) = Case(name);
        var fake = Density.Normal(mean, deviation);
        double Middle(double x) => Divergences.Middle(real, fake, x);

        var mix = (Divergences.KullbackLeibler(real.At, Middle) + Divergences.KullbackLeibler(fake.At, Middle)) / 2;

        Assert.AreEqual(Divergences.JensenShannon(real, fake), mix, 1e-9);
        Assert.IsTrue(mix > 0 && mix < Math.Log(2));
    }

    [TestMethod]
    public void KullbackLeibler_TwoNormals_IsItsClosedForm()
    {
        var (p, q) = (Density.Normal(1, 0.8), Density.Normal(-0.5, 1));

        Assert.AreEqual(Math.Log(1 / 0.8) + (0.64 + 2.25) / 2 - 0.5, Divergences.KullbackLeibler(p.At, q.At), 1e-9);
    }

    private static FixedGeneratorGame Game(string name)
    {
        var (real, mean, deviation) = Case(name);
        return new FixedGeneratorGame(real, mean, deviation);
    }

    private static (Density Real, double Mean, double Deviation) Case(string name) => name switch
    {
        "two normals" => (Density.Normal(1, 0.8), -0.5, 1),
        "a mixture" => (new Density(new(0.5, -1, 0.5), new(0.5, 1, 0.5)), 0, 1.2),
        _ => (Density.Normal(1.5, 0.5), -1.5, 0.5),
    };
}
