using System.Runtime.InteropServices;
using Microsoft.ML.Gan.Vectors.Data;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Vectors.Data;

[TestClass]
public sealed class FeatureScalingTests
{
    private static readonly float[] Rows = [1, 1000, 7, 3, 3000, 7, 5, 5000, 7];      // slots {1, 3, 5}, {1000, 3000, 5000}, {7, 7, 7}

    [TestMethod]
    public void ToNetwork_Vector_StandardizesEachSlotAndZeroesConstantOnes()
    {
        using var scope = NewDisposeScope();
        var scaling = FeatureScaling.Fit(Statistics(Rows, 3), [3], GeneratorRange.Unbounded);

        var scaled = scaling.ToNetwork(tensor(Rows, [3, 3]));

        var deviation = 1.2247449f;                                           // 2 / √(8/3)
        float[] expected = [-deviation, -deviation, 0, 0, 0, 0, deviation, deviation, 0];
        foreach (var (wanted, actual) in expected.Zip(scaled.data<float>())) Assert.AreEqual(wanted, actual, 1e-6);
    }

    [TestMethod]
    public void ToNetwork_Image_ScalesAllPixelsAlikeToMinusOneToOne()
    {
        using var scope = NewDisposeScope();
        float[] pixels = [0, 4, 8, 16, 2, 2, 2, 2];
        var scaling = FeatureScaling.Fit(Statistics(pixels, 1), [1, 2, 2], GeneratorRange.MinusOneToOne);

        var scaled = scaling.ToNetwork(tensor(pixels, [2, 1, 2, 2]));

        CollectionAssert.AreEqual(new float[] { -1, -0.5f, 0, 1, -0.75f, -0.75f, -0.75f, -0.75f }, scaled.data<float>().ToArray());
    }

    [TestMethod]
    [DataRow(GeneratorRange.Unbounded)]
    [DataRow(GeneratorRange.MinusOneToOne)]
    public void ToData_AfterToNetwork_GivesTheDataBack(GeneratorRange range)
    {
        using var scope = NewDisposeScope();
        var scaling = FeatureScaling.Fit(Statistics(Rows, 3), [3], range);

        var back = scaling.ToData(scaling.ToNetwork(tensor(Rows, [3, 3])));

        foreach (var (wanted, actual) in Rows.Zip(back.data<float>())) Assert.AreEqual(wanted, actual, 1e-3);
    }

    private static SingleStatistics Statistics(float[] rows, int slots)
    {
        var statistics = new SingleStatistics(slots);
        statistics.Add(MemoryMarshal.AsBytes<float>(rows));
        return statistics;
    }
}
