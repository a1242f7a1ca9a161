using Microsoft.ML.Gan.Training.State;
using Microsoft.ML.Gan.Vectors;
using Microsoft.ML.Gan.Vectors.Data;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Vectors;

[TestClass]
public sealed class GanFitTests
{
    private const int Rounds = 24;
    private const int RoundsBefore = 11;

    private static readonly GanTrainer.Options Plain = new() { BatchSize = 16, LatentSize = 6, MaxRounds = Rounds, Device = TrainingDevice.Cpu };

    private static readonly Dictionary<string, GanTrainer.Options> Cases = new()
    {
        ["defaults"] = Plain,                                                 // averaged weights, a penalty in every fourth step
        ["pacing"] = Plain with { Pacing = GanPacing.Band(0.6, 0.65, 4), Regularizer = GanRegularizers.Every(3, GanRegularizers.R1(1)) },
        ["simultaneous"] = Plain with { Update = GanUpdate.Simultaneous, EmaHalfLifeInSamples = null },
        ["noise of penalties"] = Plain with { Regularizer = GanRegularizers.WassersteinGradientPenalty(1), DiscriminatorSteps = 2 },
        ["classes"] = Plain with { LabelColumnName = "Label", Prior = global::Gan.Onnx.LatentPrior.Uniform, PackSize = 2 },
        ["dropout and buffers"] = Plain with { Architecture = GanArchitectures.Custom(GeneratorWithBuffers, DiscriminatorWithDropout) },
        ["augmented images"] = Plain with
        {
            Augmentation = GanAugmentations.Adaptive(target: 0.05, imagesToFull: 300),
            Architecture = GanArchitectures.Dcgan(8, normalization: DiscriminatorNormalization.Spectral),
        },
    };

    private static readonly IDataView Clusters = TestRows.Clusters(70);
    private static readonly IDataView Images = TestRows.Images(70, 8);

    [TestMethod]
    [DataRow("defaults")]
    [DataRow("pacing")]
    [DataRow("simultaneous")]
    [DataRow("noise of penalties")]
    [DataRow("classes")]
    [DataRow("dropout and buffers")]
    [DataRow("augmented images")]
    public void Run_SavedAndLoadedIntoAnotherFit_IsToTheBitAsInOneGo(string name)
    {
        var saved = new SavedState();
        var whole = Train(Cases[name]);
        using var source = new CancellationTokenSource();

        var first = Train(Cases[name] with { CancellationToken = source.Token }, atReport: (fit, round) =>
        {
            if (round != RoundsBefore) return;
            fit.Save(new StateWriter(saved));
            source.Cancel();
        });
        var resumed = Train(Cases[name] with { Seed = 99 }, from: saved);     // weights and noise of its own, until it is loaded

        Assert.AreEqual(RoundsBefore, first.Reports.Count);
        Assert.AreEqual(Rounds, whole.Reports.Count);
        CollectionAssert.AreNotEqual(whole.Generator, first.Generator);
        CollectionAssert.AreEqual(whole.Generator, resumed.Generator);
        CollectionAssert.AreEqual(whole.Discriminator, resumed.Discriminator);
        CollectionAssert.AreEqual(whole.Reports, resumed.Reports);
        if (name == "pacing") Assert.IsTrue(whole.Reports.DistinctBy(report => report.Pace).Count() > 1, "The pace changes on the way.");
    }

    [TestMethod]
    public void Save_BeforeTheFirstRound_IsWhatAFreshFitStartsFrom()
    {
        var saved = new SavedState();
        using (var fit = Fit(Plain)) fit.Save(new StateWriter(saved));

        CollectionAssert.AreEqual(Train(Plain).Generator, Train(Plain with { Seed = 99 }, from: saved).Generator);
    }

    [TestMethod]
    public void Load_StateOfAnotherArchitecture_IsRefused()
    {
        var saved = new SavedState();
        using (var fit = Fit(Plain)) fit.Save(new StateWriter(saved));
        using var other = Fit(Plain with { LatentSize = 7 });

        var error = Assert.ThrowsExactly<InvalidOperationException>(() => other.Load(new StateReader(saved)));

        Assert.Contains("Resume with the options and the data that it was saved with.", error.Message);
    }

    private static Outcome Train(GanTrainer.Options options, Action<GanFit, int>? atReport = null, SavedState? from = null)
    {
        using var fit = Fit(options);
        if (from is not null) fit.Load(new StateReader(from));
        var history = fit.Run(progress => atReport?.Invoke(fit, progress.Report.Round));
        return new(
            GanExporter.Generator(fit.Model), GanExporter.Discriminator(fit.Model),
            [.. history.Reports.Select(report => report with { SamplesPerSecond = 0 })]);
    }

    private static GanFit Fit(GanTrainer.Options options)
    {
        var rows = options.Augmentation == GanAugmentations.None ? Clusters : Images;
        var data = new TrainingDataReader(options.FeatureColumnName, options.LabelColumnName, options.SampleShape).Read(rows, default);
        var known = options.For(data.Schema.Shape, data.RowCount);
        return new GanFit(known, NetworkChoice.Of(known, data), data, before: null, CPU, file => new(TestRows.MLContext, file, "Latent", "Sample"));
    }

    private static nn.Module<Tensor, Tensor> GeneratorWithBuffers(int size, IReadOnlyList<int> shape) =>
        nn.Sequential(nn.Linear(size, 12), nn.BatchNorm1d(12), nn.ReLU(), nn.Linear(12, shape[0]));

    private static nn.Module<Tensor, Tensor> DiscriminatorWithDropout(IReadOnlyList<int> shape) =>
        nn.Sequential(nn.Linear(shape[0], 12), nn.LeakyReLU(0.2), nn.Dropout(0.3), nn.Linear(12, 1));

    private sealed record Outcome(byte[] Generator, byte[] Discriminator, List<GanTrainingReport> Reports);
}
