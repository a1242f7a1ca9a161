using Gan.Evaluation.Images.Measures;

namespace Gan.Evaluation.Tests.Images.Measures;

[TestClass]
public sealed class DataCopyingTests
{
    [TestMethod]
    public void StandardScore_TinyNumbers_IsTheOneByHand()
    {
        // 1 < 2 and 3 > 2, of n = 2 and m = 1: U = 1 is the mean. Without the 3 all are less: U = 0, mean 1/2, variance 3/12.
        Assert.AreEqual(0, DataCopying.StandardScore([1, 3], [2]), 1e-9);
        Assert.AreEqual(-0.5 / Math.Sqrt(3 / 12.0), DataCopying.StandardScore([1], [2]), 1e-9);
        Assert.AreEqual(0, DataCopying.StandardScore([2, 2], [2, 2]), 1e-9);
    }

    [TestMethod]
    public void Score_CopiesAndNewPoints_TellsThemApart()
    {
        var (train, test, other) = (Clouds.Normal(400, 3, 1), Clouds.Normal(200, 3, 2), Clouds.Normal(200, 3, 3));
        var copies = Array.ConvertAll(train[..200], point => Array.ConvertAll(point, value => value + 0.01f));
        var far = Array.ConvertAll(other, point => Array.ConvertAll(point, value => 3 * value));

        Assert.IsLessThan(-5, Score(copies));
        Assert.IsLessThan(2.5, Math.Abs(Score(other)));
        Assert.IsGreaterThan(5, Score(far));

        double Score(float[][] generated) =>
            DataCopying.Score(new int[train.Length], NearestImages.Of(generated, train), NearestImages.Of(test, train))!.Value;
    }

    [TestMethod]
    public void Score_CellsWithFewImages_AreLeftOut()
    {
        int[] cells = [0, 1];
        var (near, far) = (Enumerable.Repeat((1f, 0), 10).ToArray(), Enumerable.Repeat((2f, 0), 10).ToArray());

        Assert.AreEqual(DataCopying.StandardScore([.. near.Select(one => one.Item1)], [.. far.Select(one => one.Item1)]),
            DataCopying.Score(cells, [.. near, (0f, 1)], far)!.Value, 1e-9);
        Assert.IsNull(DataCopying.Score(cells, near[..9], far));
    }
}
