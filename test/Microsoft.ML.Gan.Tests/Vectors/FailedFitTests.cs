using System.Text.RegularExpressions;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace Microsoft.ML.Gan.Tests.Vectors;

/// <summary>What a program that fits and saves over an earlier fit's files is left with when the fit does not go well.</summary>
[TestClass]
public sealed class FailedFitTests
{
    private static readonly IDataView Damaged = TestRows
        .Vectors([.. Enumerable.Range(0, 64).Select(row => new[] { row, row == 40 ? float.NaN : 1f })]);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gan-fit-");

    private string Temporary => _folder.CreateSubdirectory("temporary").FullName;

    private string Generator => Path.Combine(_folder.FullName, "generator.onnx");

    private string Discriminator => Path.Combine(_folder.FullName, "discriminator.onnx");

    [TestCleanup]
    public void Delete() => _folder.Delete(recursive: true);

    [TestMethod]
    public void FitAndSave_NaNInARow_LeavesTheOldFiles() =>
        AssertOldFilesStay<ArgumentException>(Damaged, TestRows.Quick(),
            @"^Row 41 of column 'Features' must have finite values only, but had NaN\. ");

    [TestMethod]
    public void FitAndSave_LearningRateOfTen_LeavesTheOldFiles() =>
        AssertOldFilesStay<GanTrainingException>(TestRows.Clusters(), TestRows.Diverging(), @"^Training diverged at round \d: ");

    [TestMethod]
    public void FitAndSave_CancelledBeforeTheFirstRound_LeavesTheOldFiles() =>
        AssertOldFilesStay<OperationCanceledException>(
            TestRows.Clusters(), TestRows.Quick(cancellationToken: new CancellationToken(canceled: true)), "cancel");

    [TestMethod]
    public void FitAndSave_CancelledMidway_SavesWholeFilesAndSaysSo()
    {
        using var cancellation = new CancellationTokenSource();
        var log = new List<string>();

        FitAndSave(
            TestRows.Clusters(), TestRows.Quick(
                rounds: 4000, progress: new ProgressListener(_ => cancellation.Cancel()), cancellationToken: cancellation.Token), log);

        Assert.Contains("Training was cancelled after 20 rounds; the model has what was trained until then.", log, string.Join('\n', log));
        Assert.HasCount(2, Files());
        using var generator = new MLContext().Gan().LoadGenerator(Generator);
        Assert.IsTrue(generator.Sample(20).GetColumn<float[]>("Sample").SelectMany(sample => sample).All(float.IsFinite));
        using var discriminator = new InferenceSession(Discriminator);
        CollectionAssert.AreEqual(new[] { "Score", "Probability", "PredictedLabel" }, discriminator.OutputMetadata.Keys.ToArray());
    }

    private void AssertOldFilesStay<TFailure>(IDataView rows, GanTrainer.Options options, string message)
        where TFailure : Exception
    {
        FitAndSave(TestRows.Clusters(), TestRows.Quick(seed: 9), []);
        var before = Files();

        var failure = Assert.ThrowsExactly<TFailure>(() => FitAndSave(rows, options, []));

        StringAssert.Matches(failure.Message, new Regex(message));
        var after = Files();
        CollectionAssert.AreEqual(new[] { "discriminator.onnx", "generator.onnx" }, after.Keys.ToArray());
        foreach (var (name, bytes) in before) CollectionAssert.AreEqual(bytes, after[name], name);
    }

    private void FitAndSave(IDataView rows, GanTrainer.Options options, List<string> log)
    {
        var mlContext = new MLContext { TempFilePath = Temporary };
        mlContext.Log += (_, line) => log.Add(line.RawMessage);
        using var gan = mlContext.Gan().Train(rows, options);
        gan.SaveDiscriminator(Discriminator);
        gan.SaveGenerator(Generator);
    }

    /// <summary>All files, temporary ones too, by their names.</summary>
    private SortedDictionary<string, byte[]> Files() =>
        new(_folder.EnumerateFiles("*", SearchOption.AllDirectories).ToDictionary(file => file.Name, file => File.ReadAllBytes(file.FullName)),
            StringComparer.Ordinal);
}
