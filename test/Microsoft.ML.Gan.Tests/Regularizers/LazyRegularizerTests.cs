using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Regularizers;

[TestClass]
public sealed class LazyRegularizerTests
{
    [TestMethod]
    public void Penalty_EveryFourthStep_HasTheSameMeanOverTheSteps()
    {
        var (plain, lazy) = (GanRegularizers.R1(1), GanRegularizers.Every(4, GanRegularizers.R1(1)));
        var steps = Enumerable.Range(0, 9).Select(index => Steps.Of(Steps.Linear(Steps.Weights()), randn(4, 3), randn(4, 3), index)).ToArray();

        var penalties = steps.Select(lazy.Penalty).ToArray();

        CollectionAssert.AreEqual(new[] { 0, 4, 8 }, Enumerable.Range(0, 9).Where(index => penalties[index] is not null).ToArray());
        Assert.AreEqual(steps[..8].Average(step => plain.PenaltyOf(step)), penalties[..8].Sum(penalty => penalty?.Scalar() ?? 0) / 8, 1e-4);
    }

    [TestMethod]
    public void Penalty_EveryStep_IsThePenaltyItself()
    {
        var step = Steps.Of(Steps.Quadratic, randn(4, 3), randn(4, 3), index: 3);

        Assert.AreEqual(GanRegularizers.R1(1).PenaltyOf(step), GanRegularizers.Every(1, GanRegularizers.R1(1)).PenaltyOf(step));
    }

    [TestMethod]
    public void Penalty_OfNone_IsNone() =>
        Assert.IsNull(GanRegularizers.Every(2, GanRegularizers.None).Penalty(Steps.Of(Steps.Quadratic, ones(1, 2), zeros(1, 2))));

    [TestMethod]
    public void Penalty_EveryOtherStepOfTheGradientPenalty_DrawsNoNoiseInBetween()
    {
        var (lazy, noise) = (GanRegularizers.Every(2, GanRegularizers.WassersteinGradientPenalty()), new TestNoise());

        for (var index = 0; index < 5; index++) lazy.Penalty(Steps.Of(Steps.Quadratic, ones(1, 2), zeros(1, 2), index, noise: noise));

        Assert.HasCount(3, noise.Shapes);
    }

    [TestMethod]
    public void Constrain_AfterAnyStep_IsThatOfTheInner()
    {
        var weight = tensor(new float[] { 5, -0.3f });

        GanRegularizers.Every(100, GanRegularizers.WeightClipping(0.5)).Constrain([weight]);

        CollectionAssert.AreEqual(new[] { 0.5f, -0.3f }, weight.data<float>().ToArray());
    }
}
