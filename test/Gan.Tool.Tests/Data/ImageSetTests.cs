using Gan.Tool.Data;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Tool.Tests.Data;

[TestClass]
public sealed class ImageSetTests
{
    private static readonly ImageSet Images = new(
        new ImageShape(1, 1, 2), ["b", "a"],
        [.. Enumerable.Range(0, 20).Select(i => new LabelledImage { Features = [i, -i], Label = i < 10 ? "a" : "b" })]);

    [TestMethod]
    public void Split_TwoClassesOfTen_HoldsOutEveryFifthOfEachClass()
    {
        var (training, heldOut) = Images.Split();

        CollectionAssert.AreEquivalent(new[] { 4f, 9f, 14f, 19f }, heldOut.Images.Select(image => image.Features[0]).ToArray());
        Assert.HasCount(16, training.Images);
        Assert.IsEmpty(training.Images.Intersect(heldOut.Images));
    }

    [TestMethod]
    public void ToDataView_Images_HaveTheirDimensionsAndKeysInTheOrderOfTheClassNames()
    {
        var mlContext = new MLContext();

        var view = Images.ToDataView(mlContext);
        var keys = mlContext.Transforms.Conversion.MapValueToKey("Label", keyData: Images.ClassesView(mlContext)).Fit(view).Transform(view)
            .GetColumn<uint>("Label");

        CollectionAssert.AreEqual(new[] { 1, 1, 2 }, ((VectorDataViewType)view.Schema["Features"].Type).Dimensions.ToArray());
        CollectionAssert.AreEqual(Images.Images.Select(image => image.Label == "b" ? 1u : 2u).ToArray(), keys.ToArray());
    }
}
