using Gan.Evaluation.Images.Features;
using Gan.Onnx.Graph;
using Microsoft.ML;
using Microsoft.ML.Gan;
using static Gan.Evaluation.Tests.Images.MadePictures;

namespace Gan.Evaluation.Tests.Images;

[TestClass]
public sealed class ImageFeaturesTests
{
    private const int Size = 4;

    [TestMethod]
    public void FromOnnx_PlainImage_IsResizedAndNormalizedInTheNetworksOrder()
    {
        var normalization = new ImageNormalization { White = 255, Mean = [10, 20, 30], Deviation = [1, 2, 4], IsBlueFirst = true };
        using var extractor = ImageFeatures.FromOnnx("flat", Flat(3), normalization).Open(new MLContext(), new(3, 5, 9));

        var features = extractor.Extract([.. Enumerable.Repeat(0.2f, 45), .. Enumerable.Repeat(0.4f, 45), .. Enumerable.Repeat(1f, 45)]);

        Assert.AreEqual("flat at 4 by 4", extractor.Name);
        Assert.HasCount(3 * Size * Size, features);
        foreach (var (feature, place) in features.Select((feature, place) => (feature, place)))
            Assert.AreEqual(new[] { 255 - 10, (102 - 20) / 2f, (51 - 30) / 4f }[place / (Size * Size)], feature, 1e-3f);
    }

    [TestMethod]
    public void FromOnnx_GreyImages_AreGivenToEachChannelAndNamedInTheResult()
    {
        var options = new ImageEvaluationOptions { Features = ImageFeatures.FromOnnx("flat", Flat(3)), KernelSubsets = 2 };

        var metrics = new MLContext().Gan().EvaluateImages(View(Make(60, 1)), View(Make(60, 2)), options);

        Assert.AreEqual(("flat at 4 by 4", 48), (metrics.Features, metrics.FeatureCount));
        Assert.IsGreaterThan(0, metrics.Similarity.FrechetDistance!.Value, "They are two samples.");
        Assert.IsNull(metrics.Ceiling);
        Assert.IsNull(metrics.Memorization);
        Assert.IsEmpty(metrics.Classes);
    }

    [TestMethod]
    public void Extract_NetworkOfOtherThings_SaysWhatItMustTake()
    {
        var refused = Assert.ThrowsExactly<ArgumentException>(
            () => ImageFeatures.FromOnnx("flat", Flat(2)).Open(new MLContext(), new(1, 8, 8)));

        Assert.AreEqual("Network 'flat' must take square images of Single, (N, 1 or 3, size, size), but takes Float (-1, 2, 4, 4).", refused.Message);
    }

    [TestMethod]
    public void ResNet18_NoFile_NamesThePackage()
    {
        var missing = Assert.ThrowsExactly<FileNotFoundException>(() => ImageFeatures.ResNet18("none.onnx"));

        Assert.Contains("Reference the package Microsoft.ML.DnnImageFeaturizer.ResNet18.", missing.Message);
    }

    [TestMethod]
    public void Pixels_LargeImages_AreAveragedOverBlocks()
    {
        using var extractor = ImageFeatures.Pixels.Open(new MLContext(), new(1, 64, 33));
        var image = Enumerable.Range(0, 64 * 33).Select(pixel => (float)(pixel / 33 % 2 + pixel % 33 % 2 * 10)).ToArray();

        var features = extractor.Extract(image);

        Assert.AreEqual("pixels, averaged to 32 by 16", extractor.Name);
        CollectionAssert.AreEqual(Enumerable.Repeat(5.5f, 32 * 16).ToArray(), features);
    }

    [TestMethod]
    public void Resize_ToHalf_WeighsAsPillowDoes()
    {
        var plane = new Resizing(4, 4, 2).Resize([.. Enumerable.Range(0, 16).Select(pixel => (float)(pixel % 4))], 0);

        // The first output's filter stands at 1 and reaches 2: ¾, ¾ and ¼ of pixels 0, 1 and 2, by 7/4.
        Assert.AreEqual(1.25 / 1.75, plane[0], 1e-6);
        Assert.AreEqual(3 - 1.25 / 1.75, plane[1], 1e-6);
    }

    /// <summary>A network that gives its pixels.</summary>
    private static byte[] Flat(int channels)
    {
        var graph = new OnnxGraphBuilder();
        graph.Output("flat", graph.Reshape(graph.Input("image", OnnxElementType.Single, [channels, Size, Size]), [channels * Size * Size]));
        return graph.ToModel(new Dictionary<string, string>());
    }
}
