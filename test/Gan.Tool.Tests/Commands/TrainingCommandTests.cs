using System.Globalization;
using Gan.Testing;
using Gan.Tool.Commands;
using Gan.Tool.Reporting;
using Microsoft.ML;
using Microsoft.ML.Data;
using SkiaSharp;

namespace Gan.Tool.Tests.Commands;

[TestClass]
public sealed class TrainingCommandTests
{
    private static readonly TemporaryFolder Digits = new();

    private static CommandLine Trained { get; set; } = null!;

    [ClassInitialize]
    public static void TrainDigits(TestContext _) => Trained = CommandLine.Run("digits", "--epochs", "1", "--device", "cpu", "--out", Digits.Path);

    [ClassCleanup]
    public static void Clean() => Digits.Dispose();

    [TestMethod]
    public void Digits_OneEpoch_WritesItsSevenFilesAndNoOther()
    {
        Assert.AreEqual("", Trained.Error);
        Assert.AreEqual(ExitCode.Done, Trained.ExitCode);
        CollectionAssert.AreEqual(
            new[] { "discriminator.onnx", "generator.onnx", "history.csv", "model.zip", "progress.png", "samples.png", "training.png" },
            Digits.FileNames);
        using var strip = SKBitmap.Decode(Digits["progress.png"]);
        Assert.IsGreaterThan(10 * 48, strip.Width);
        Assert.AreEqual(9 * 51 - 3 + 40, strip.Height, "nine moments, of the same latent vectors");
        using var grid = SKBitmap.Decode(Digits["samples.png"]);
        Assert.IsGreaterThan(13 * 48, grid.Width);
        Assert.IsGreaterThan(10 * 48, grid.Height);
    }

    [TestMethod]
    public void Digits_OneEpoch_HasARowOfHistoryForEachRound()
    {
        var lines = File.ReadAllLines(Digits["history.csv"]);

        Assert.AreEqual(HistoryCsv.Header, lines[0]);
        var rounds = 1_442 / 64;                              // whole batches of the training images; so few that each is reported
        CollectionAssert.AreEqual(
            Enumerable.Range(1, rounds).ToArray(), lines[1..].Select(line => int.Parse(line.Split(',')[0], CultureInfo.InvariantCulture)).ToArray());
        Assert.IsTrue(lines[1..].All(line => line.Split(',').Length == HistoryCsv.Header.Split(',').Length));
    }

    [TestMethod]
    public void Digits_OneEpoch_PrintsItsMeasures()
    {
        string[] measures =
            ["ONNX Runtime and TorchSharp", "Samples per second", "held-out real images", "nearest training image", "Recognised, of 100", "Variety"];
        foreach (var measure in measures) Assert.Contains(measure, Trained.Output);
        Assert.Contains("Training on 1,442 images of 8 by 8 pixels in 10 classes; 355 more are held out.", Trained.Output);
    }

    [TestMethod]
    public void Digits_SavedPipeline_JudgesRowsOfTheTrainingDataSchema()
    {
        var mlContext = new MLContext();
        var (_, heldOut) = Tool.Data.DigitsReader.Read().Split();

        using var model = (TransformerChain<ITransformer>)mlContext.Model.Load(Digits["model.zip"], out _);
        var probabilities = model.Transform(heldOut.ToDataView(mlContext)).GetColumn<float>("Probability").ToArray();

        Assert.HasCount(heldOut.Images.Count, probabilities);
        Assert.IsTrue(probabilities.All(probability => probability is > 0 and < 1));
    }

    [TestMethod]
    public void Generate_SameSeedTwice_GivesTheSameRowsAndAnotherSeedOthers()
    {
        using var first = Generate("--count", "150", "--seed", "7");
        using var again = Generate("--count", "20", "--seed", "7");
        using var other = Generate("--count", "20", "--seed", "8");

        var rows = File.ReadAllLines(first["samples.csv"]);
        Assert.HasCount(1 + 150, rows);
        Assert.StartsWith("Label,Sample1,Sample2,", rows[0]);
        CollectionAssert.AreEqual(rows[..21], File.ReadAllLines(again["samples.csv"]));
        Assert.IsEmpty(rows[1..21].Intersect(File.ReadAllLines(other["samples.csv"])[1..]));
        Assert.IsTrue(File.Exists(first["samples.png"]));
    }

    [TestMethod]
    public void Generate_OneClass_GivesRowsOfThatClassOnly()
    {
        using var folder = Generate("--class", "7", "--count", "30");

        var labels = File.ReadAllLines(folder["samples.csv"])[1..].Select(row => row.Split(',')[0]).ToArray();
        CollectionAssert.AreEqual(Enumerable.Repeat("7", 30).ToArray(), labels);
    }

    [TestMethod]
    public void Generate_UnknownClass_FailsAndNamesTheClasses()
    {
        var run = CommandLine.Run("generate", "--model", Digits["generator.onnx"], "--class", "seven");

        Assert.AreEqual(ExitCode.Failed, run.ExitCode);
        Assert.AreEqual("Error: --class must be one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, but was 'seven'.", run.Error.TrimEnd());
    }

    [TestMethod]
    public void Ring_OneEpoch_WritesItsFourFiles()
    {
        using var folder = new TemporaryFolder();

        var run = CommandLine.Run("ring", "--epochs", "1", "--out", folder.Path);

        Assert.AreEqual(ExitCode.Done, run.ExitCode, run.Error);
        CollectionAssert.AreEqual(new[] { "generator.onnx", "history.csv", "ring.png", "training.png" }, folder.FileNames);
        Assert.Contains("Gaussians covered", run.Output);
    }

    [TestMethod]
    public void Ring_WithAPreset_TrainsWithItsSettings()
    {
        using var folder = new TemporaryFolder();

        var run = CommandLine.Run("ring", "--preset", "wgan-gp", "--epochs", "1", "--out", folder.Path);

        Assert.AreEqual(ExitCode.Done, run.ExitCode);
        Assert.Contains("25 rounds", run.Output);                             // 8,192 rows: five batches of 64 a round
    }

    private static TemporaryFolder Generate(params string[] options)
    {
        var folder = new TemporaryFolder();
        var run = CommandLine.Run(["generate", "--model", Digits["generator.onnx"], "--out", folder.Path, .. options]);
        Assert.AreEqual(ExitCode.Done, run.ExitCode, run.Error);
        return folder;
    }
}
