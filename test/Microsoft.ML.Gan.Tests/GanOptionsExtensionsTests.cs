namespace Microsoft.ML.Gan.Tests;

[TestClass]
public sealed class GanOptionsExtensionsTests
{
    [TestMethod]
    public void With_AProperty_GivesACopyThatDiffersInItAlone()
    {
        var preset = GanPresets.WassersteinGradientPenalty;
        var before = preset with { };

        var changed = preset.With(o => o.MaxRounds, 300).With(o => o.EmaHalfLifeInSamples, null).With(o => o.LabelColumnName, "Digit")
            .With(o => o.LearningRateSchedule, GanPresets.Dcgan.LearningRateSchedule);

        Assert.AreEqual(before, preset);
        Assert.AreEqual(
            preset with
            {
                MaxRounds = 300,
                EmaHalfLifeInSamples = null,
                LabelColumnName = "Digit",
                LearningRateSchedule = GanPresets.Dcgan.LearningRateSchedule,
            }, changed);
    }

    [TestMethod]
    public void With_EachPropertyOfTheOptions_CanBeChanged()
    {
        foreach (var options in new object[] { new GanTrainer.Options(), new TabularGanTrainer.Options() })
            Assert.IsTrue(options.GetType().GetProperties().All(property => property.CanWrite));
    }

    [TestMethod]
    public void With_OptionsOfTables_GivesACopy()
    {
        var options = new TabularGanTrainer.Options { Seed = 3 };

        Assert.AreEqual(options with { MaxRounds = 20 }, options.With(o => o.MaxRounds, 20));
    }

    [TestMethod]
    public void With_WhatIsNoProperty_IsRefused() => Assert.AreEqual(
        "property must be a property of the options, such as o => o.Seed, but was o => (o.Seed + 1). (Parameter 'property')",
        Assert.ThrowsExactly<ArgumentException>(() => GanPresets.Default.With(o => o.Seed + 1, 3)).Message);
}
