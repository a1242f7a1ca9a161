using Microsoft.ML;
using Microsoft.ML.Gan;
using static Gan.Evaluation.Tests.Images.MadePictures;

namespace Gan.Evaluation.Tests.Images;

[TestClass]
public sealed class EvaluateImagesTests
{
    private static readonly List<Picture> Real = Make(400, 1), Test = Make(200, 2), New = Make(200, 3);
    private static readonly Lazy<ImageGanMetrics> Good = new(() => Evaluate(New));

    private static ImageGanMetrics Evaluate(List<Picture> generated) =>
        new MLContext().Gan().EvaluateImages(View(Real), View(generated), new()
        {
            LabelColumnName = "Label",
            Test = View(Test),
            KernelSubsets = 20,
            KernelSubsetSize = 100,
        });

    [TestMethod]
    public void EvaluateImages_NewRealImages_AreAsGoodAsTheCeiling()
    {
        var (score, ceiling) = (Good.Value.Similarity, Good.Value.Ceiling!);

        Assert.AreEqual(ceiling.FrechetDistance!.Value, score.FrechetDistance!.Value, 0.1);
        Assert.IsLessThan(0.005, Math.Abs(score.KernelDistance));
        Assert.IsGreaterThan(0.8, score.Precision);
        Assert.IsGreaterThan(0.8, score.Recall);
        Assert.IsLessThan(3, Math.Abs(Good.Value.Memorization!.Value));
        Assert.IsGreaterThan(0.95, Good.Value.ClassificationAccuracy!.Value);
        Assert.IsGreaterThan(0.95, Good.Value.RealClassificationAccuracy!.Value);
        Assert.AreEqual(Good.Value.RealVendiScore, Good.Value.VendiScore, 0.5);
        CollectionAssert.AreEqual(new[] { "level", "upright" }, Good.Value.Classes.Select(found => found.Name).ToArray());
        Assert.AreEqual(("pixels of 8 by 8", 64), (Good.Value.Features, Good.Value.FeatureCount));
    }

    [TestMethod]
    public void EvaluateImages_MoreNoise_IsWorse() => AssertWorse([.. new[] { 0.05, 0.4, 0.8, 1.6 }.Select(noise => Make(200, 3, noise))]);

    [TestMethod]
    public void EvaluateImages_MoreBlur_IsWorse() => AssertWorse([New, Blur(New), Blur(Blur(New))]);

    [TestMethod]
    public void EvaluateImages_DroppedClass_LosesRecallAndVariety()
    {
        AssertWorse([New, Make(200, 3, isLevel: index => index % 5 > 0), Make(200, 3, isLevel: _ => true)]);
        var dropped = Evaluate(Make(200, 3, isLevel: _ => true));

        Assert.IsLessThan(0.6, dropped.Similarity.Recall);
        Assert.IsLessThan(0.6, dropped.Similarity.Coverage);
        Assert.IsGreaterThan(0.8, dropped.Similarity.Precision);
        Assert.IsLessThan(Good.Value.VendiScore - 1, dropped.VendiScore);
        Assert.AreEqual(0.5, dropped.ClassificationAccuracy!.Value, 0.01);
        Assert.IsNull(dropped.Classes[1].Similarity);
        Assert.Contains("Class 'upright' is not measured: it has fewer than 20 real or generated images.", dropped.Remarks);
    }

    [TestMethod]
    public void EvaluateImages_TrainingImages_AreMemorised() => Assert.IsLessThan(-5, Evaluate(Real[..200]).Memorization!.Value);

    [TestMethod]
    public void EvaluateImages_SameImagesTwice_GiveTheSameFigures()
    {
        var again = Evaluate(New);

        Assert.AreEqual(Good.Value.Similarity, again.Similarity);
        Assert.AreEqual(Good.Value.Memorization, again.Memorization);
        Assert.AreEqual(Good.Value.ClassificationAccuracy, again.ClassificationAccuracy);
    }

    [TestMethod]
    public void EvaluateImages_OptionsOutOfRange_NamesThemAll()
    {
        var options = new ImageEvaluationOptions { MostImages = 3, Black = 1, Neighbours = 0 };

        var refused = Assert.ThrowsExactly<ArgumentException>(() => new MLContext().Gan().EvaluateImages(View(Real), View(New), options));

        Assert.Contains(
            "White must be greater than Black (1), but was 1. MostImages must be at least 20, but was 3. Neighbours must be from 1 to 19, but was 0.",
            refused.Message);
    }

    [TestMethod]
    public void EvaluateImages_FewImagesOrNoNumbers_SaysSo()
    {
        var few = Assert.ThrowsExactly<ArgumentException>(() => new MLContext().Gan().EvaluateImages(View(Real), View(New[..19])));
        var none = Assert.ThrowsExactly<ArgumentException>(() => new MLContext().Gan().EvaluateImages(
            View(Real), View([.. New[1..], New[0] with { Features = [.. Enumerable.Repeat(float.NaN, 64)] }])));

        Assert.AreEqual("The generated view must have at least 20 images, but has 19.", few.Message);
        Assert.AreEqual("Pixels must be finite, but row 199 of the generated images has others.", none.Message);
    }

    [TestMethod]
    public void SaveHtml_Figures_HasImagesClassesAndTheFeaturesName()
    {
        var path = Path.GetTempFileName();

        Good.Value.SaveHtml(path);

        var page = File.ReadAllText(path);
        File.Delete(path);
        Assert.Contains("pixels of 8 by 8", page);
        Assert.Contains("<td>upright</td>", page);
        Assert.AreEqual(4, page.Split("data:image/bmp;base64,").Length - 1);
        Assert.DoesNotContain("NaN", page);
    }

    /// <summary>Each is farther from the real images than the one before, by every distance.</summary>
    private static void AssertWorse(List<Picture>[] generated)
    {
        var scores = generated.Select(pictures => Evaluate(pictures).Similarity).ToArray();
        foreach (var (better, worse) in scores.Zip(scores.Skip(1)))
        {
            Assert.IsGreaterThan(better.FrechetDistance!.Value, worse.FrechetDistance!.Value);
            Assert.IsGreaterThan(better.KernelDistance, worse.KernelDistance);
            Assert.IsGreaterThan(better.SlicedWasserstein, worse.SlicedWasserstein);
        }
    }
}
