using System.Numerics;

namespace Microsoft.ML.Gan.Tests.Theory;

/// <summary>Which trainings converge where the whole game has two numbers: Mescheder, Geiger and Nowozin (2018), sections 2 and 3.</summary>
[TestClass]
public sealed class DiracGanTests(TestContext output)
{
    private const double SlopeAtZero = 0.5;                               // l′(0) of l(t) = −log(1 + e⁻ᵗ)

    [TestMethod]
    public void Rounds_SimultaneousWithoutPenalty_SpiralOut()
    {
        var distances = Distances(GanLosses.Minimax, GanRegularizers.None, GanUpdate.Simultaneous, rounds: 1500);

        Assert.IsTrue(distances[^1] > 2 * distances[0], $"From {distances[0]} to {distances[^1]}.");
        for (var round = 1; round < distances.Length; round++)
            Assert.IsTrue(distances[round] > distances[round - 1], $"Each round leads further away; round {round} does not.");
    }

    [TestMethod]
    public void Rounds_AlternatingWithoutPenalty_CircleForEver()
    {
        var distances = Distances(GanLosses.Minimax, GanRegularizers.None, GanUpdate.Alternating, rounds: 3000);

        Assert.IsTrue(distances[^1000..].Min() > 1, $"The last rounds come as near as {distances[^1000..].Min()}.");
        Assert.IsTrue(distances[^1000..].Max() < 2, $"The last rounds go as far as {distances[^1000..].Max()}.");
    }

    /// <summary>
    /// The non-saturating field draws inwards by ψθ tanh(ψθ / 2), about r⁴ / 16 on average over a turn, and each step of size η leads outwards by η
    /// r² / 8: near the equilibrium the two are in balance at r² = 2 η.
    /// </summary>
    [TestMethod]
    [DataRow(0.1)]
    [DataRow(0.2)]
    public void Rounds_SimultaneousNonSaturatingWithoutPenalty_EndOnACircleOfTheLearningRate(double rate)
    {
        var distances = Distances(GanLosses.NonSaturating, GanRegularizers.None, GanUpdate.Simultaneous, rounds: 2000, rate);

        Assert.AreEqual(Math.Sqrt(2 * rate), distances[^500..].Average(), 0.05 * Math.Sqrt(2 * rate));
    }

    [TestMethod]
    [DataRow("minimax", "R1", 1.0, GanUpdate.Simultaneous)]
    [DataRow("minimax", "R2", 1.0, GanUpdate.Alternating)]
    [DataRow("non-saturating", "R1", 1.0, GanUpdate.Alternating)]
    [DataRow("non-saturating", "R2", 1.0, GanUpdate.Simultaneous)]
    [DataRow("relativistic pairing", "R1+R2", 0.5, GanUpdate.Alternating)]
    public void Rounds_ZeroCenteredPenalty_ComeToTheEquilibrium(string loss, string regularizer, double weight, GanUpdate update)
    {
        var distances = Distances(Loss(loss), Regularizer(regularizer, weight), update, rounds: 500);

        Assert.AreEqual(0, distances[^1], 1e-4);
    }

    [TestMethod]
    [DataRow("Wasserstein", GanUpdate.Alternating)]
    [DataRow("Wasserstein", GanUpdate.Simultaneous)]
    [DataRow("non-saturating", GanUpdate.Alternating)]
    public void Rounds_OneCenteredPenalty_NeverComeToTheEquilibrium(string loss, GanUpdate update)
    {
        var distances = Distances(Loss(loss), GanRegularizers.WassersteinGradientPenalty(1), update, rounds: 2000);

        Assert.IsTrue(distances[^1000..].Min() > 0.5, $"The last rounds come as near as {distances[^1000..].Min()}.");
    }

    [TestMethod]
    [DataRow("none", 0.0, 0.0)]
    [DataRow("R1", 0.3, 0.3)]
    [DataRow("R1", 0.9, 0.9)]
    [DataRow("R1", 2.5, 2.5)]
    [DataRow("R2", 0.9, 0.9)]
    [DataRow("R1+R2", 0.3, 0.6)]
    public void Field_AtTheEquilibrium_HasTheEigenvaluesOfThePaper(string regularizer, double weight, double gamma)
    {
        foreach (var loss in new[] { GanLosses.Minimax, GanLosses.NonSaturating })
        {
            var (first, second) = Eigenvalues(loss, Regularizer(regularizer, weight));
            output.WriteLine($"{loss.Name}, {regularizer} of weight {weight}: {first:F6}, {second:F6}");

            var root = Complex.Sqrt(gamma * gamma / 4 - SlopeAtZero * SlopeAtZero);
            Assert.AreEqual(0, Complex.Abs(first - (-gamma / 2 + root)), 1e-4);
            Assert.AreEqual(0, Complex.Abs(second - (-gamma / 2 - root)), 1e-4);
        }
    }

    private static IGanLoss Loss(string name) =>
        new[] { GanLosses.Minimax, GanLosses.NonSaturating, GanLosses.Wasserstein, GanLosses.RelativisticPairing }.Single(loss => loss.Name == name);

    private static IDiscriminatorRegularizer Regularizer(string name, double weight) => name switch
    {
        "R1" => GanRegularizers.R1(weight),
        "R2" => GanRegularizers.R2(weight),
        "R1+R2" => GanRegularizers.R1R2(weight),
        _ => GanRegularizers.None,
    };

    private double[] Distances(IGanLoss loss, IDiscriminatorRegularizer regularizer, GanUpdate update, int rounds, double rate = 0.1)
    {
        using var game = new DiracGame(loss, regularizer);
        var distances = game.Distances(update, rounds, rate);
        var last = distances[^(rounds / 4)..];
        output.WriteLine(
            $"{loss.Name}, {regularizer.Name}, {update}, rate {rate}: from {distances[0]:F3} to {distances[^1]:G4}, in the last quarter " +
            $"{last.Min():G4} to {last.Max():G4}");
        return distances;
    }

    /// <summary>The eigenvalues of v′(0, 0), by central differences of the gradients that one round of the algorithm computes.</summary>
    private static (Complex First, Complex Second) Eigenvalues(IGanLoss loss, IDiscriminatorRegularizer regularizer)
    {
        const double h = 0.01;
        using var game = new DiracGame(loss, regularizer);
        (double Psi, double Theta) Difference(double psi, double theta)
        {
            var (ahead, behind) = (game.Field(psi, theta), game.Field(-psi, -theta));
            return ((ahead.Psi - behind.Psi) / (2 * h), (ahead.Theta - behind.Theta) / (2 * h));
        }

        var (byPsi, byTheta) = (Difference(h, 0), Difference(0, h));      // the columns of v′
        var halfTrace = (byPsi.Psi + byTheta.Theta) / 2;
        var root = Complex.Sqrt(halfTrace * halfTrace - (byPsi.Psi * byTheta.Theta - byPsi.Theta * byTheta.Psi));
        return (halfTrace + root, halfTrace - root);
    }
}
