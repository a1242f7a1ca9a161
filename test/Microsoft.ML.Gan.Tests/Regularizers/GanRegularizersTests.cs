using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Regularizers;

/// <summary>What holds for every regularizer, and what their methods refuse.</summary>
[TestClass]
public sealed class GanRegularizersTests
{
    private static readonly Dictionary<string, Func<GanSchedule, IDiscriminatorRegularizer>> Weighted = new()
    {
        ["R1"] = GanRegularizers.R1,
        ["R2"] = GanRegularizers.R2,
        ["R1R2"] = GanRegularizers.R1R2,
        ["WassersteinGradientPenalty"] = GanRegularizers.WassersteinGradientPenalty,
        ["Dragan"] = lambda => GanRegularizers.Dragan(lambda),
    };

    private static IEnumerable<object[]> Names => Weighted.Keys.Select(name => new object[] { name });

    [TestMethod]
    public void Name_OfEach_SaysItsWeights()
    {
        Assert.AreEqual("none", GanRegularizers.None.Name);
        Assert.AreEqual("R1(γ=0.1)", GanRegularizers.R1(0.1).Name);
        Assert.AreEqual("R2(γ=0.1)", GanRegularizers.R2(0.1).Name);
        Assert.AreEqual("R1+R2(γ=1→0.001 (geometric))", GanRegularizers.R1R2(GanSchedule.Geometric(1, 1e-3)).Name);
        Assert.AreEqual("WGAN-GP(λ=10)", GanRegularizers.WassersteinGradientPenalty().Name);
        Assert.AreEqual("DRAGAN(λ=10, noise=0.5)", GanRegularizers.Dragan().Name);
        Assert.AreEqual("weight clipping(0.01)", GanRegularizers.WeightClipping().Name);
        Assert.AreEqual(
            "Every(4, R1(γ=2)) + WGAN-GP(λ=1)",
            GanRegularizers.Combine(GanRegularizers.Every(4, GanRegularizers.R1(2)), GanRegularizers.WassersteinGradientPenalty(1)).Name);
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Penalty_WeightOnASchedule_FollowsIt(string name)
    {
        var regularizer = Weighted[name](GanSchedule.Geometric(8, 2));
        DiscriminatorStep At(double progress) => Steps.Of(Steps.Linear(Steps.Weights()), ones(2, 3), zeros(2, 3), progress: progress);

        var start = regularizer.PenaltyOf(At(0));

        Assert.IsGreaterThan(0, start);
        Assert.AreEqual(start / 2, regularizer.PenaltyOf(At(0.5)), 1e-3);
        Assert.AreEqual(start / 4, regularizer.PenaltyOf(At(1)), 1e-3);
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Penalty_Network_ReachesEachOfItsWeightMatrices(string name)
    {
        using var network = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1));
        var weights = network.parameters().Where(weight => weight.dim() == 2).ToArray();

        var penalty = Weighted[name](1).Penalty(Steps.Of(network.call, randn(8, 2), randn(8, 2)))!;

        foreach (var gradient in autograd.grad([penalty], weights)) Assert.IsTrue(gradient.abs().min().Scalar() > 0);
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Penalty_PackedDiscriminator_HasOneGradientForEachPack(string name)
    {
        var w = Steps.Weights();
        Tensor Packed(Tensor rows) => Steps.Linear(w)(rows).reshape(-1, 2).sum(1, keepdim: true);        // two rows to a logit

        var packed = Weighted[name](1).PenaltyOf(Steps.Of(Packed, randn(4, 3), randn(4, 3)));
        var single = Weighted[name](1).PenaltyOf(Steps.Of(Steps.Linear((w * Math.Sqrt(2)).detach()), randn(4, 3), randn(4, 3)));

        Assert.AreEqual(single, packed, 1e-3);                // the gradient of a pack is (w, w), of norm √2 ‖w‖
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Weight_NotPositive_IsRefused(string name)
    {
        foreach (var weight in new GanSchedule[] { 0, -1, double.NaN, double.PositiveInfinity, GanSchedule.Cosine(1) })
        {
            var failure = Assert.ThrowsExactly<ArgumentException>(() => Weighted[name](weight));
            var parameter = name.StartsWith('R') ? "gamma" : "lambda";
            StringAssert.StartsWith(failure.Message, $"{parameter} must be greater than 0, but was ");
            StringAssert.EndsWith(failure.Message, $". For no penalty use GanRegularizers.None. (Parameter '{parameter}')");
        }
    }

    [TestMethod]
    public void Arguments_OutOfRange_AreRefusedInWholeSentences()
    {
        AssertRefused(
            "noise must be greater than 0, but was -0.5. For no penalty use GanRegularizers.None. (Parameter 'noise')",
            () => GanRegularizers.Dragan(noise: -0.5));
        AssertRefused(
            "limit must be greater than 0, but was 0. For no penalty use GanRegularizers.None. (Parameter 'limit')",
            () => GanRegularizers.WeightClipping(0));
        AssertRefused(
            "interval must be at least 1, but was 0. 1 takes the penalty in each step. (Parameter 'interval')",
            () => GanRegularizers.Every(0, GanRegularizers.R1(1)));
        AssertRefused(
            "regularizers must hold at least one regularizer, but was empty. For no penalty use GanRegularizers.None. (Parameter 'regularizers')",
            () => GanRegularizers.Combine());
        AssertRefused(
            "regularizers must hold regularizers, but was null at 1. For no penalty use GanRegularizers.None. (Parameter 'regularizers')",
            () => GanRegularizers.Combine(GanRegularizers.R1(1), null!));
        Assert.AreEqual("inner", Assert.ThrowsExactly<ArgumentNullException>(() => GanRegularizers.Every(2, null!)).ParamName);
    }

    [TestMethod]
    public void Fit_RandomPenalties_RepeatsItselfByTheSeed()
    {
        var regularizer = GanRegularizers.Combine(GanRegularizers.WassersteinGradientPenalty(), GanRegularizers.Dragan());

        CollectionAssert.AreEqual(Samples(regularizer, seed: 1), Samples(regularizer, seed: 1));
        CollectionAssert.AreNotEqual(Samples(regularizer, seed: 1), Samples(regularizer, seed: 2));
    }

    private static void AssertRefused(string message, Action action) =>
        Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(action).Message);

    private static float[] Samples(IDiscriminatorRegularizer regularizer, int seed)
    {
        using var gan = TestRows.MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick(rounds: 20, seed: seed, regularizer: regularizer));
        return [.. gan.Generator.Sample(8).GetColumn<float[]>("Sample").SelectMany(sample => sample)];
    }
}
