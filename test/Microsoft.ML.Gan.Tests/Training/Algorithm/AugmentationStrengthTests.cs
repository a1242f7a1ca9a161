using Microsoft.ML.Gan.Augmentation;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Training.Algorithm;

[TestClass]
public sealed class AugmentationStrengthTests
{
    private static readonly IGanAugmentation Adaptive = GanAugmentations.Adaptive(new Negation(), target: 0.6, imagesToFull: 80);

    [TestMethod]
    public void Observe_RealRowsAllKnown_GrowsEveryFourStepsToOne()
    {
        using var strength = Strength();

        var shares = Observe(strength, steps: 44, knownOf10: 10);

        Assert.AreEqual(0, shares[2], "Three steps change nothing.");
        Assert.AreEqual(0.5, shares[3], 1e-6, "4 steps of 10 images are half of 80.");
        Assert.AreEqual(1, shares[7], 1e-6);
        Assert.AreEqual(1, shares[^1], 1e-6);
    }

    [TestMethod]
    [DataRow(9, 0.5)]                                                 // r = 9/10 − 1/10 = 0.8, above 0.6
    [DataRow(7, 0.0)]                                                 // r = 7/10 − 3/10 = 0.4, below it
    public void Observe_SomeRowsKnown_ComparesTheMeanSignWithTheTarget(int knownOf10, double expected)
    {
        using var strength = Strength();

        Assert.AreEqual(expected, Observe(strength, steps: 4, knownOf10)[^1], 1e-6);
    }

    [TestMethod]
    public void Observe_OverfittingThatEnds_ShrinksAgainAndNeverBelowZero()
    {
        using var strength = Strength();
        Observe(strength, steps: 8, knownOf10: 10);

        var shares = Observe(strength, steps: 12, knownOf10: 5);

        CollectionAssert.AreEqual(new[] { 0.5, 0, 0 }, shares.Where((_, step) => step % 4 == 3).ToArray());
    }

    [TestMethod]
    public void Apply_HalfStrength_ChangesThoseRowsWhoseDrawIsBelowIt()
    {
        using var scope = NewDisposeScope();
        using var strength = Strength();
        Observe(strength, steps: 4, knownOf10: 10);
        var rows = ones(4, 1, 2, 2);

        var changed = strength.Apply(rows, _ => tensor([0.1f, 0.9f, 0.49f, 0.51f]).reshape(4, 1, 1, 1));

        CollectionAssert.AreEqual(new float[] { -1, 1, -1, 1 }, changed[.., 0, 0, 0].data<float>().ToArray());
    }

    [TestMethod]
    public void Load_StateBetweenTwoChanges_GoesOnAsInOneGo()
    {
        var saved = new SavedState();
        using var whole = Strength();
        Observe(whole, steps: 6, knownOf10: 10);
        whole.Save(new StateWriter(saved));
        using var other = Strength();
        other.Load(new StateReader(saved));

        CollectionAssert.AreEqual(Observe(whole, steps: 2, knownOf10: 7), Observe(other, steps: 2, knownOf10: 7));
        Assert.AreEqual(1, other.Share, 1e-6, "Two steps of r = 1 and two of r = 0.4 are 0.7 together.");
    }

    [TestMethod]
    public void Adaptive_ParametersOutOfRange_AreRefused()
    {
        StringAssert.StartsWith(Fault(() => GanAugmentations.Adaptive(target: 1)), "target must be above 0 and below 1, but was 1.");
        StringAssert.StartsWith(Fault(() => GanAugmentations.Adaptive(imagesToFull: 0)), "imagesToFull must be at least 1, but was 0.");
        StringAssert.StartsWith(
            Fault(() => GanAugmentations.Adaptive(GanAugmentations.None)), "inner must change images by itself, but was None. Use DiffAugment.");

        static string Fault(Action act) => Assert.ThrowsExactly<ArgumentException>(act).Message;
    }

    private static AugmentationStrength Strength() => new((AdaptiveAugmentation)Adaptive, CPU);

    /// <summary>The share after each of some steps, in which D takes so many of ten real rows for real.</summary>
    private static double[] Observe(AugmentationStrength strength, int steps, int knownOf10)
    {
        using var scope = NewDisposeScope();
        var logits = tensor([.. Enumerable.Range(0, 10).Select(row => row < knownOf10 ? 2f : -3f)]).reshape(10, 1);
        return [.. Enumerable.Range(0, steps).Select(_ =>
        {
            strength.Observe(logits);
            return strength.Share;
        })];
    }

    private sealed class Negation : IGanAugmentation
    {
        public string Name => "Negation";

        public Tensor Apply(Tensor rows, Func<long[], Tensor> uniform) => -rows;
    }
}
