using Microsoft.ML.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular;

[TestClass]
public sealed class TabularGanTrainerTests
{
    private static readonly MLContext MLContext = TestRows.MLContext;

    [TestMethod]
    public void Fit_GroupsOfNumbers_LearnsWhatGoesWithWhat()
    {
        using var gan = TestTables.Train(
            TestTables.Groups(), TestTables.Quick(400) with { Width = 64, BatchSize = 200, EmaHalfLifeInSamples = 10_000 });

        var sample = gan.Generator.Sample(4000, seed: 1);
        var (group, number, size) = (sample.Texts("Group"), sample.Numbers("Number"), sample.Numbers("Size"));
        double MeanOf(string name) => group.Zip(number).Where(row => row.First == name).Average(row => row.Second);
        double MissingIn(string name) => group.Zip(size).Where(row => row.First == name).Average(row => double.IsNaN(row.Second) ? 1 : 0);

        Assert.AreEqual(0.25, group.Count(name => name == "b") / 4000.0, 0.05);
        Assert.AreEqual(0, MeanOf("a"), 0.5);
        Assert.AreEqual(4, MeanOf("b"), 0.7);
        Assert.AreEqual(0, MissingIn("a"), 0.08);
        Assert.AreEqual(0.5, MissingIn("b"), 0.2);
    }

    [TestMethod]
    public void Fit_SameSeedTwice_GivesTheSameBytesAndAnotherSeedOthers()
    {
        var first = File(TestTables.Quick() with { Seed = 5 });
        randn(10);                                                            // torch's global state does not matter

        CollectionAssert.AreEqual(first, File(TestTables.Quick() with { Seed = 5 }));
        CollectionAssert.AreNotEqual(first, File(TestTables.Quick() with { Seed = 6 }));
    }

    /// <summary>The options that all GANs share are the settings' (TabularGanTrainerOptionsTests), whose effects GanTrainerTests shows.</summary>
    [TestMethod]
    public void Fit_EachOptionOfTables_HasAnEffect()
    {
        const int few = 300;                                                  // of which none is held out, so that fits are short
        var plain = TestTables.Quick(8) with { BatchSize = 32 };
        var file = File(plain, few);
        TabularGanTrainer.Options[] variants =
        [
            plain with { ColumnNames = ["Number", "Group", "Size", "Age", "Colour"] },
            plain with { ColumnRoles = new Dictionary<string, TabularColumnRole> { ["Age"] = TabularColumnRole.Categorical } },
            plain with { LatentSize = 9 },
            plain with { Width = 33 },
            plain with { BatchSize = 31 },
            plain with { MaxRounds = null, Epochs = 1 },
            plain with { ConditionedShare = 0.25 },
            plain with { Metadata = new Dictionary<string, string> { ["about"] = "people" } },
        ];

        for (var i = 0; i < variants.Length; i++) CollectionAssert.AreNotEqual(file, File(variants[i], few), $"variant {i}");
        CollectionAssert.AreNotEqual(File(plain), File(plain with { HeldOutShare = 0.3 }));
    }

    [TestMethod]
    public void Fit_Metadata_IsKeptInTheGeneratorsFile()
    {
        using var gan = TestTables.Train(
            TestTables.Groups(300), TestTables.Quick(8) with { Metadata = new Dictionary<string, string> { ["about"] = "people, in ä" } });

        Assert.AreEqual("people, in ä", gan.Generator.Metadata["about"]);
        Assert.HasCount(3, gan.Generator.Metadata);
    }

    [TestMethod]
    public void Fit_CancelledByTheListener_ReturnsWhatWasTrained()
    {
        using var cancellation = new CancellationTokenSource();
        var listener = new ProgressListener(progress =>
        {
            if (progress.Report.Round >= 40) cancellation.Cancel();
        });

        using var gan = TestTables.Train(
            TestTables.Groups(300), TestTables.Quick(4000) with { Progress = listener, CancellationToken = cancellation.Token });

        Assert.IsTrue(gan.History.WasCancelled);
        Assert.AreEqual(40, gan.History.Rounds);
        Assert.HasCount(5, gan.Generator.Sample(5).Texts("Group"));
    }

    [TestMethod]
    public void Fit_CancelledBeforeTheFirstRound_HasNothingToReturn() => Assert.ThrowsExactly<OperationCanceledException>(
        () => TestTables.Train(TestTables.Groups(300), TestTables.Quick() with { CancellationToken = new CancellationToken(canceled: true) }));

    [TestMethod]
    public void Fit_Progress_TellsTheQualityOnTheWayAndAtTheEnd()
    {
        var reports = new List<GanProgress>();

        using var gan = TestTables.Train(TestTables.Groups(), TestTables.Quick(400) with { Progress = new ProgressListener(reports.Add) });

        var measured = reports.Select(progress => progress.Report).Where(report => report.Quality is not null).ToList();
        // reports are two rounds apart, measurements at least 400 / 30
        var expected = Enumerable.Range(0, 29).Select(measurement => 2 + 14 * measurement).Append(400);
        CollectionAssert.AreEqual(expected.ToList(), measured.ConvertAll(report => report.Round));
        Assert.IsTrue(measured.TrueForAll(report => report.Quality is > 0 and <= 1));
        // 0.67 at first, 0.85 in the second half
        Assert.IsGreaterThan(measured[0].Quality!.Value + 0.1, measured.Skip(15).Average(report => report.Quality)!.Value);
        Assert.AreEqual((400, 1.0), (reports[^1].Report.Round, reports[^1].Fraction));
        CollectionAssert.AreEqual(gan.History.Reports.ToList(), reports.ConvertAll(progress => progress.Report));
    }

    [TestMethod]
    public void Fit_QualityThatFalls_EndsEarlyWithoutHavingBeenCancelled()
    {
        // to what a D that knows nothing likes best
        var collapsing = TestTables.Quick(400) with { GeneratorLearningRate = 0.02, DiscriminatorLearningRate = 1e-12 };

        using var patient = TestTables.Train(TestTables.Groups(), collapsing);
        using var impatient = TestTables.Train(TestTables.Groups(), collapsing with { Patience = 0.05 });

        Assert.AreEqual(400, patient.History.Rounds);
        Assert.IsLessThan(200, impatient.History.Rounds);
        Assert.IsFalse(impatient.History.WasCancelled);
    }

    [TestMethod]
    public void Fit_Log_TellsTheTableAndTheRounds()
    {
        var ml = new MLContext();
        var lines = new List<string>();
        ml.Log += (_, line) => lines.Add(line.RawMessage);

        using var gan = ml.Gan().TrainTabular(TestTables.EveryType(), TestTables.Quick(20));

        Assert.IsTrue(
            lines.Exists(line => line.StartsWith("Training on 800 rows of 32 columns on CPU: ", StringComparison.Ordinal)), string.Join('\n', lines));
        Assert.IsTrue(
            lines.Exists(
                line => line.EndsWith(
                    "looked up: 'Level' from 'LevelCode', 'CityHeight' from 'City', 'Region' from 'City'.", StringComparison.Ordinal)), string.Join(
                        '\n', lines));
        Assert.IsTrue(lines.Exists(line => line.StartsWith("Round 20 of 20, ", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow(3)]
    [DataRow(40)]
    public void Fit_FewRows_MakesRowsOfTheirRange(int rows)
    {
        using var gan = TestTables.Train(new TestTable(rows).Add("N", row => row * 1.25).Texts("T", row => $"{row % 2}"), TestTables.Quick());

        var numbers = gan.Generator.Sample(200).Numbers("N");
        Assert.IsTrue(numbers.Min() >= 0 && numbers.Max() <= (rows - 1) * 1.25);
        CollectionAssert.AreEquivalent(new[] { "0", "1" }, gan.Generator.Sample(200).Texts("T").Distinct().ToArray());
    }

    [TestMethod]
    public void Fit_ThatFailsOrEnds_GivesTorchItsRandomStateTensorsAndScopesBack()
    {
        var data = TestTables.Groups(300);
        TestTables.Train(data).Dispose();
        random.manual_seed(5);
        var expected = randn(4).data<float>().ToArray();
        random.manual_seed(5);
        using var outer = NewDisposeScope();
        var tensors = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        TestTables.Train(data).Dispose();
        var left = DisposeScopeManager.Statistics.ThreadTotalLiveCount - tensors;
        Assert.ThrowsExactly<GanTrainingException>(() => TestTables.Train(data, Diverging));
        var after = randn(4);

        Assert.AreEqual(0, left);
        CollectionAssert.AreEqual(expected, after.data<float>().ToArray());
        Assert.IsTrue(outer.Contains(after), "New tensors belong to the caller's scope again.");
    }

    [TestMethod]
    public void Fit_LearningRateOfTen_IsDivergence()
    {
        var failure = Assert.ThrowsExactly<GanTrainingException>(() => TestTables.Train(TestTables.Groups(300), Diverging));

        StringAssert.Matches(failure.Message, new(@"^Training diverged at round [\d,]+: the (discriminator's loss|discriminator's " +
            "penalty|generator's loss) must stay below 1,000,000 in size, but was "));
    }

    [TestMethod]
    public void Trainer_InAPipeline_PutsSyntheticRowsInThePlaceOfTheRealOnes()
    {
        var data = TestTables.Groups(300);
        var pipeline = MLContext.Transforms.CopyColumns("Copy", "Group")
            .Append(MLContext.Gan().TrainTabular(TestTables.Quick() with { ColumnNames = ["Number", "Copy"] }))
            .Append(MLContext.Transforms.Conversion.MapValueToKey("Copy"));

        var output = pipeline.Fit(data).Transform(data);

        CollectionAssert.AreEqual(new[] { "Number", "Copy" },
            output.Schema.Where(column => !column.IsHidden).Select(column => column.Name).ToArray());
        Assert.HasCount(300, output.GetColumn<double>("Number").ToList());
        CollectionAssert.AreNotEqual(data.Numbers("Number"), output.Numbers("Number"));
    }

    private static TabularGanTrainer.Options Diverging => TestTables.Quick(4000) with { GeneratorLearningRate = 10, DiscriminatorLearningRate = 10 };

    private static byte[] File(TabularGanTrainer.Options options, int rows = 1000)
    {
        using var gan = TestTables.Train(TestTables.Groups(rows), options);
        using var stream = new MemoryStream();
        gan.Generator.Save(stream);
        return stream.ToArray();
    }
}
