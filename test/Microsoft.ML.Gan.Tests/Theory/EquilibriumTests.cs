namespace Microsoft.ML.Gan.Tests.Theory;

/// <summary>An ordinary fit on its way to V = −2 log 2: theorem 1 of Goodfellow et al. (2014) as the history shows it.</summary>
[TestClass]
public sealed class EquilibriumTests(TestContext output)
{
    [TestMethod]
    public void Fit_Ring_GapToMinusTwoLogTwoShrinks()
    {
        using var gan = TestRows.MLContext.Gan().Train(Ring(), new GanTrainer.Options
        {
            LatentSize = 4,
            Architecture = GanArchitectures.Mlp(64, 2),
            Regularizer = GanRegularizers.R1(1),
            BatchSize = 64,
            LearningRateSchedule = 1.0,
            MaxRounds = 2000,
            GeneratorLearningRate = 1e-3,
            DiscriminatorLearningRate = 1e-3,
            Device = TrainingDevice.Cpu,
        });

        var reports = gan.History.Reports;
        var gaps = reports.Select(report => Math.Abs(report.ValueGap)).ToArray();
        var (first, last) = (gaps[..(gaps.Length / 5)].Average(), gaps[^(gaps.Length / 5)..].Average());
        output.WriteLine(
            $"mean |V + 2 log 2| of the fit's fifths: {string.Join(", ",
                gaps.Chunk(gaps.Length / 5).Select(part => part.Average().ToString("F4")))}");

        Assert.IsTrue(last < first / 3, $"The gap is {first} in the first fifth and {last} in the last.");
        Assert.AreEqual(-2 * Math.Log(2), reports[^1].Value, 0.02);
        Assert.AreEqual(0.5, reports[^1].ProbabilityOfReal, 0.02);
        Assert.AreEqual(0.5, reports[^1].ProbabilityOfFake, 0.02);
        foreach (var report in reports)
        {
            Assert.AreEqual(-report.Value, report.DiscriminatorLoss, 1e-5, "L_D = −V");
            Assert.AreEqual((report.Value + 2 * Math.Log(2)) / 2, report.JensenShannonDivergence, 1e-12);
        }
    }

    /// <summary>Eight normal clouds on the unit circle.</summary>
    private static IDataView Ring()
    {
        var random = new Random(1);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return TestRows.Vectors([.. Enumerable.Range(0, 4096).Select(row => new[]
        {
            (float)(Math.Cos(row % 8 * Math.PI / 4) + 0.05 * Normal()), (float)(Math.Sin(row % 8 * Math.PI / 4) + 0.05 * Normal()),
        })]);
    }
}
