using Gan.Onnx;
using Microsoft.ML.Gan.Tests.Tabular;

namespace Microsoft.ML.Gan.Tests.Vectors;

/// <summary>Generators of moments of a fit: made when asked for, and the best of them kept.</summary>
[TestClass]
public sealed class MomentTests
{
    private static readonly GanTrainer.Options Options = TestRows.Quick("Label", rounds: 40);

    [TestMethod]
    public void CreateGenerator_AtEachReport_ChangesNothingAndIsTheFinalOneAtTheEnd()
    {
        var files = new List<byte[]>();
        using var plain = TestRows.MLContext.Gan().Train(TestRows.Clusters(), Options);

        using var gan = TestRows.MLContext.Gan().Train(TestRows.Clusters(), Options with
        {
            Progress = new ProgressListener(progress =>
            {
                using var generator = progress.CreateGenerator();
                files.Add(FileOf(generator));
            }),
        });

        Assert.HasCount(40, files);
        CollectionAssert.AreEqual(FileOf(plain.Generator), FileOf(gan.Generator));
        CollectionAssert.AreEqual(FileOf(gan.Generator), files[^1]);
        CollectionAssert.AreNotEqual(files[20], files[^1]);
    }

    [TestMethod]
    public void CreateGenerator_AfterTheReportOrOfATable_IsRefused()
    {
        GanProgress? last = null;
        var listener = new ProgressListener(progress => last = progress);
        TestRows.MLContext.Gan().Train(TestRows.Clusters(), Options with { Progress = listener }).Dispose();

        Assert.AreEqual(
            "The generator of a moment must be made while its progress is being reported, but training has gone on. Make it in Report.",
            Assert.ThrowsExactly<InvalidOperationException>(() => last!.CreateGenerator()).Message);

        TestTables.Train(TestTables.Groups(100), TestTables.Quick(2) with { Progress = listener }).Dispose();
        StringAssert.StartsWith(
            Assert.ThrowsExactly<InvalidOperationException>(() => last!.CreateGenerator()).Message,
            "The generator of a moment must be one of vectors or images");
    }

    [TestMethod]
    public void KeepBest_AMeasureOfOnesOwn_KeepsTheGeneratorThatItLikesBest()
    {
        var files = new List<byte[]>();

        using var gan = TestRows.MLContext.Gan().Train(TestRows.Clusters(), Options with
        {
            KeepBest = generator =>
            {
                files.Add(FileOf(generator));
                return files.Count switch { 2 => double.NaN, 7 => 0.9, _ => 0.1 };
            },
        });

        Assert.HasCount(40, files);
        CollectionAssert.AreEqual(files[6], FileOf(gan.Generator));
        Assert.AreEqual(0.9, gan.History.Reports[6].Quality);
        Assert.AreEqual(0.1, gan.History.Reports[^1].Quality);
    }

    private static byte[] FileOf(GeneratorTransformer generator)
    {
        using var file = new MemoryStream();
        generator.Save(file);
        return file.ToArray();
    }
}
