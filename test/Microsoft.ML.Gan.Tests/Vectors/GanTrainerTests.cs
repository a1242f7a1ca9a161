using Gan.Onnx;
using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Vectors;

[TestClass]
public sealed class GanTrainerTests
{
    public required TestContext TestContext { get; set; }

    private static readonly MLContext MLContext = TestRows.MLContext;

    [TestMethod]
    public void Fit_TwoClusters_SamplesComeFromThemInTheDatasUnits()
    {
        using var gan = MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick(rounds: 2000));

        var samples = gan.Generator.Sample(500).GetColumn<float[]>("Sample").ToList();
        var low = samples.Count(sample => sample[0] < 0);
        var near = samples.Count(sample => Math.Abs(Math.Abs(sample[0]) - 2) < 1 && Math.Min(Math.Abs(sample[1] - 10), Math.Abs(sample[1] - 30)) < 5);

        Assert.IsTrue(near > 350, $"Most samples are near a cluster; {near} of 500 are.");
        Assert.IsTrue(low is > 100 and < 400, $"Both clusters have samples; {low} of 500 are of the first.");
        Assert.IsTrue(samples.Where(sample => sample[0] < -1).Average(sample => sample[1]) < 16);
        Assert.IsTrue(samples.Where(sample => sample[0] > 1).Average(sample => sample[1]) > 24);
    }

    [TestMethod]
    public void Fit_ClassConditional_MakesTheClassAskedFor()
    {
        using var gan = MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick(label: "Label", rounds: 600));

        var low = gan.Generator.Sample(200, "low").GetColumn<float[]>("Sample").ToList();
        var high = gan.Generator.Sample(200, "high").GetColumn<float[]>("Sample").ToList();

        CollectionAssert.AreEqual(new[] { "high", "low" }, gan.Generator.ClassNames.ToArray());
        Assert.AreEqual(-2, low.Average(sample => sample[0]), 0.8);
        Assert.AreEqual(2, high.Average(sample => sample[0]), 0.8);
        Assert.AreEqual(30, high.Average(sample => sample[1]), 5);
    }

    [TestMethod]
    public void Fit_SameSeedTwice_GivesTheSameBytesAndAnotherSeedOthers()
    {
        var first = Files(TestRows.Quick(label: "Label", seed: 5));
        randn(10);                                                            // torch's global state does not matter

        CollectionAssert.AreEqual(first.Generator, Files(TestRows.Quick(label: "Label", seed: 5)).Generator);
        CollectionAssert.AreEqual(first.Discriminator, Files(TestRows.Quick(label: "Label", seed: 5)).Discriminator);
        CollectionAssert.AreNotEqual(first.Generator, Files(TestRows.Quick(label: "Label", seed: 6)).Generator);
    }

    [TestMethod]
    public void Fit_ConstantSlot_IsReproducedExactly()
    {
        var random = new Random(3);
        var rows = TestRows.Vectors([.. Enumerable.Range(0, 64).Select(_ => new[] { random.NextSingle(), 42.5f })]);

        using var gan = MLContext.Gan().Train(rows, TestRows.Quick());

        Assert.IsTrue(gan.Generator.Sample(50).GetColumn<float[]>("Sample").All(sample => sample[1] == 42.5f));
    }

    [TestMethod]
    public void Fit_ImageColumn_TakesItsShapeAndStaysInItsRange()
    {
        using var gan = MLContext.Gan().Train(TestRows.Images(64, 8), TestRows.Quick(architecture: GanArchitectures.Dcgan(8, 8)));

        var samples = gan.Generator.Sample(20);

        CollectionAssert.AreEqual(new[] { 1, 8, 8 }, gan.Generator.SampleShape.ToArray());
        Assert.AreEqual(new VectorDataViewType(NumberDataViewType.Single, 1, 8, 8), samples.Schema["Sample"].Type);
        Assert.IsTrue(samples.GetColumn<float[]>("Sample").SelectMany(pixels => pixels).All(pixel => pixel is >= -1e-3f and <= 255.001f));
        Assert.AreEqual(0, gan.History.ExportDifference, 1e-3);
    }

    [TestMethod]
    public void Fit_OwnModules_TrainsAndExportsThem()
    {
        var architecture = GanArchitectures.Custom(
            (size, shape) => nn.Sequential(nn.Linear(size, 12), nn.LayerNorm(12), nn.SiLU(), nn.Linear(12, shape[0])),
            shape => nn.Sequential(nn.Linear(shape[0], 12), nn.GELU(), nn.Dropout(0.3), nn.Linear(12, 1)));

        using var gan = MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick(architecture: architecture));

        Assert.HasCount(10, gan.Generator.Sample(10).GetColumn<float[]>("Sample").ToList());
        Assert.AreEqual(0, gan.History.ExportDifference, 1e-4);
    }

    [TestMethod]
    public void Fit_Cancelled_ReturnsWhatWasTrainedUntilThen()
    {
        using var cancellation = new CancellationTokenSource();
        var listener = new ProgressListener(progress =>
        {
            if (progress.Report.Round >= 40) cancellation.Cancel();
        });

        using var gan = MLContext.Gan().Train(
            TestRows.Clusters(), TestRows.Quick(rounds: 4000, progress: listener, cancellationToken: cancellation.Token));

        Assert.IsTrue(gan.History.WasCancelled);
        Assert.AreEqual(40, gan.History.Rounds);
        Assert.HasCount(5, gan.Generator.Sample(5).GetColumn<float[]>("Sample").ToList());
    }

    [TestMethod]
    public void Fit_History_HoldsWhatTheFormulasSay()
    {
        var reports = new List<GanProgress>();

        using var gan = MLContext.Gan().Train(
            TestRows.Clusters(), TestRows.Quick(rounds: 400, discriminatorSteps: 2, progress: new ProgressListener(reports.Add)));

        CollectionAssert.AreEqual(gan.History.Reports.ToList(), reports.ConvertAll(progress => progress.Report));
        CollectionAssert.AreEqual(
            Enumerable.Range(1, 200).Select(report => 2 * report).ToList(), gan.History.Reports.Select(report => report.Round).ToList());
        Assert.AreEqual(1, reports[^1].Fraction);
        Assert.AreEqual(100, reports[^1].TotalEpochs);                        // 256 rows: 4 rounds of two batches of 32 are an epoch
        foreach (var report in gan.History.Reports)
        {
            Assert.AreEqual(-report.DiscriminatorLoss, report.Value, 1e-5);
            Assert.AreEqual(report.Value + 2 * Math.Log(2), report.ValueGap, 1e-12);
            Assert.AreEqual(report.ValueGap / 2, report.JensenShannonDivergence, 1e-12);
            Assert.AreEqual((report.Round + 3) / 4, report.Epoch);
            Assert.IsTrue(report.ProbabilityOfReal is > 0 and < 1 && report.ProbabilityOfFake is > 0 and < 1 && report.SamplesPerSecond > 0
                && report.Penalty > 0);
        }
        Assert.IsFalse(gan.History.WasCancelled);
    }

    [TestMethod]
    public void Fit_EachTrainingOption_HasAnEffect()
    {
        var plain = Files(new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4 }).Generator;
        GanTrainer.Options[] variants =
        [
            new() { MaxRounds = 5, BatchSize = 32, LatentSize = 4 },
            new() { Epochs = 1, BatchSize = 32, LatentSize = 4 },
            new() { MaxRounds = 4, BatchSize = 31, LatentSize = 4 },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 5 },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, Prior = LatentPrior.Uniform },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, Architecture = GanArchitectures.Mlp(64, 1) },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, Loss = GanLosses.Minimax },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, Regularizer = GanRegularizers.None },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, DiscriminatorSteps = 2 },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, GeneratorLearningRate = 3e-3 },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, DiscriminatorLearningRate = 1e-3 },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, EmaHalfLifeInSamples = null },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, Seed = 1 },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, PackSize = 2 },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, Pacing = GanPacing.Fixed(3) },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, Update = GanUpdate.Simultaneous },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, LearningRateSchedule = 1.0 },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, AdamBeta1 = 0 },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, AdamBeta2 = 0.9 },
            new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, LabelColumnName = "Label" },
        ];

        CollectionAssert.AreEqual(plain, Files(new() { MaxRounds = 4, BatchSize = 32, LatentSize = 4, Device = TrainingDevice.Cpu }).Generator);
        for (var i = 0; i < variants.Length; i++) CollectionAssert.AreNotEqual(plain, Files(variants[i]).Generator, $"variant {i}");
    }

    [TestMethod]
    [DataRow(1, GanUpdate.Alternating)]
    [DataRow(4, GanUpdate.Alternating)]
    [DataRow(1, GanUpdate.Simultaneous)]
    public void Fit_Ring_FindsItsModes(int packSize, GanUpdate update)
    {
        using var gan = MLContext.Gan().Train(TestRows.Ring(), new()
        {
            PackSize = packSize,
            Update = update,
            Architecture = GanArchitectures.Mlp(),
            Regularizer = GanRegularizers.R1(0.1),
            BatchSize = 64,
            LearningRateSchedule = 1.0,
            LatentSize = 8,
            MaxRounds = 1000,
            Epochs = 1000,
            GeneratorLearningRate = 1e-3,
            DiscriminatorLearningRate = 1e-3,
            Seed = 2,
        });

        Assert.AreEqual(8, TestRows.ModesOfRing([.. gan.Generator.Sample(2000).GetColumn<float[]>("Sample")]));
        Assert.HasCount(100, gan.Transform(TestRows.Ring(100)).GetColumn<float>("Score").ToList());
    }

    [TestMethod]
    public void Fit_Log_ReachesTheContext()
    {
        var ml = new MLContext();
        var lines = new List<string>();
        ml.Log += (_, line) => lines.Add(line.RawMessage);

        using var gan = ml.Gan().Train(TestRows.Clusters(), TestRows.Quick());

        Assert.IsTrue(
            lines.Exists(
                line => line.StartsWith(
                    "Training MLP 2x16 on 256 rows of [2] on CPU, loss non-saturating, regularizer R1(γ=0.1).", StringComparison.Ordinal)));
        Assert.IsTrue(lines.Exists(line => line.StartsWith("Round 20 of 20, epoch 3: L_D ", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Fit_DefaultRegularizer_IsLoggedAsTheOneThatIsUsed()
    {
        var log = new WarningLog();

        using var vectors = log.MLContext.Gan().Train(TestRows.Clusters(), new() { MaxRounds = 1 });
        using var images = log.MLContext.Gan().Train(TestRows.Images(16, 8), new() { MaxRounds = 1 });

        var started = log.Lines.Where(line => line.StartsWith("Training ", StringComparison.Ordinal)).ToList();
        StringAssert.EndsWith(started[0], ", regularizer Every(4, R1+R2(γ=5→0.0001 (geometric))).");
        StringAssert.EndsWith(started[1], ", regularizer Every(4, R1(γ=1)).");
    }

    [TestMethod]
    [TestCategory("gpu")]
    public void Fit_OnCuda_GivesSamplesLikeTheCpus()
    {
        if (!cuda.is_available()) Assert.Inconclusive("Skipped: torch finds no CUDA device on this machine.");

        using var gan = MLContext.Gan().Train(
            TestRows.Clusters(),
                new()
                {
                    Device = TrainingDevice.Cuda,
                    MaxRounds = 600,
                    BatchSize = 32,
                    LabelColumnName = "Label",
                    GeneratorLearningRate = 1e-3,
                    DiscriminatorLearningRate = 1e-3
                });

        Assert.AreEqual(-2, gan.Generator.Sample(200, "low").GetColumn<float[]>("Sample").Average(sample => sample[0]), 0.8);
        Assert.AreEqual(0, gan.History.ExportDifference, 1e-3);
    }

    private static (byte[] Generator, byte[] Discriminator) Files(GanTrainer.Options options)
    {
        using var gan = MLContext.Gan().Train(TestRows.Clusters(), options);
        var path = Path.GetTempFileName();
        gan.SaveDiscriminator(path);
        var discriminator = File.ReadAllBytes(path);
        gan.SaveGenerator(path);
        var generator = File.ReadAllBytes(path);
        File.Delete(path);
        return (generator, discriminator);
    }

    [TestMethod]
    public void Fit_LabelsThatAreNumbers_NameTheirClasses()
    {
        var random = new Random(1);
        var rows = MLContext.Data.LoadFromEnumerable(Enumerable.Range(0, 256).Select(row => new NumberedPoint
        {
            Features = [row % 2 == 0 ? -2 : 2, random.NextSingle()],
            Number = row % 2 == 0 ? 7 : 3,
        }).ToList());
        var keyed = MLContext.Transforms.Conversion.MapValueToKey("Label", "Number").Fit(rows).Transform(rows);

        using var gan = MLContext.Gan().Train(keyed, TestRows.Quick("Label", rounds: 300, regularizer: GanRegularizers.None));

        CollectionAssert.AreEqual(new[] { "7", "3" }, gan.Generator.ClassNames.ToArray());
        Assert.IsLessThan(0, gan.Generator.Sample(100, "7").GetColumn<float[]>("Sample").Average(sample => sample[0]));
        Assert.IsGreaterThan(0, gan.Generator.Sample(100, "3").GetColumn<float[]>("Sample").Average(sample => sample[0]));
        var otherOrder = MLContext.Transforms.Conversion
            .MapValueToKey("Label", "Number", keyOrdinality: Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByValue).Fit(rows).Transform(rows);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => gan.Transform(otherOrder), "Keys for other classes.");
    }

    [TestMethod]
    [DataRow(2)]
    [DataRow(12)]
    public void Fit_ClassesAndASmallLatentVector_LeaveHalfOfItContinuous(int latentSize)
    {
        using var gan = MLContext.Gan().Train(
            TestRows.Clusters(),
                new GanTrainer.Options { LabelColumnName = "Label", LatentSize = latentSize, MaxRounds = 2, Device = TrainingDevice.Cpu });

        Assert.IsGreaterThan(
            490, gan.Generator.Sample(500, "low").GetColumn<float[]>("Sample").Select(sample => (sample[0], sample[1])).Distinct().Count());
    }

    [TestMethod]
    public void Fit_VectorsOfUnknownSize_CanBeScored()
    {
        var schema = SchemaDefinition.Create(typeof(TestRows.Vector));
        schema["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Single);
        var rows = MLContext.Data.LoadFromEnumerable(
            Enumerable.Range(0, 64).Select(row => new TestRows.Vector { Features = [row, -row] }).ToList(), schema);
        var trainer = MLContext.Gan().Train(TestRows.Quick());

        using var gan = trainer.Fit(rows);

        Assert.HasCount(64, gan.Transform(rows).GetColumn<float>("Score").Where(float.IsFinite).ToList());
        Assert.AreEqual("Score", trainer.GetOutputSchema(TestRows.ShapeOf(rows)).Last(column => column.Name == "Score").Name);
    }

    [TestMethod]
    public void Fit_SeveralAtOnce_GiveWhatEachGivesAlone()
    {
        var options = TestRows.Quick(rounds: 1, architecture: GanArchitectures.Mlp(512, 3));
        using var alone = MLContext.Gan().Train(TestRows.Clusters(), options);
        var expected = alone.Generator.Sample(20, seed: 1).GetColumn<float[]>("Sample").SelectMany(sample => sample).ToArray();

        var threads = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(() =>
        {
            using var gan = new MLContext().Gan().Train(TestRows.Clusters(), options);
            return gan.Generator.Sample(20, seed: 1).GetColumn<float[]>("Sample").SelectMany(sample => sample).ToArray();
        }, TestContext.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();

        foreach (var task in threads) CollectionAssert.AreEqual(expected, task.GetAwaiter().GetResult());
    }

    private sealed class NumberedPoint
    {
        [VectorType(2)]
        public float[] Features { get; set; } = [];

        public int Number { get; set; }
    }
}
