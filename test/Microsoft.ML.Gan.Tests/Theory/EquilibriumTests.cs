using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Theory;

/// <summary>An ordinary fit on its way to V = −2 log 2.</summary>
[TestClass]
public sealed class EquilibriumTests(TestContext output)
{
    [TestMethod]
    public void Fit_History_ItsGapToMinusTwoLogTwoShrinks()
    {
        using var gan = TestRows.MLContext.Gan().Train(Rows(), new GanTrainer.Options
        {
            LatentSize = 4,
            Architecture = GanArchitectures.Mlp(32, 2),
            BatchSize = 128,
            MaxRounds = 1500,
            Epochs = 1000,
            GeneratorLearningRate = 1e-3,
            DiscriminatorLearningRate = 1e-3,
        });

        var gaps = gan.History.Reports.Select(report => Math.Abs(report.ValueGap)).ToArray();
        output.WriteLine(string.Join(" ", gaps.Select(gap => gap.ToString("F3"))));
    }

    private static IDataView Rows()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        var density = new Density(new(0.5, 4, 0.5), new(0.5, 6, 0.5));
        return TestRows.Vectors([.. density.Sample(4096).data<float>().Select(value => new[] { value })]);
    }
}
