using System.Runtime.InteropServices;
using Microsoft.ML.Gan.Vectors.Data;

namespace Microsoft.ML.Gan.Tests.Vectors.Data;

[TestClass]
public sealed class FeatureStatisticsTests
{
    private static readonly byte[] Bytes = [0, 200, 4, 255, 0, 255, 8, 100];  // slots {0, 4, 0, 8} and {200, 255, 255, 100}

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void Slots_BytesOrTheirNumbers_AreTheSame(int slots)
    {
        var (ofBytes, ofNumbers) = (new ByteStatistics(slots), new SingleStatistics(slots));
        foreach (var row in Bytes.Chunk(2))
        {
            ofBytes.Add(row);
            ofNumbers.Add(MemoryMarshal.AsBytes<float>(Array.ConvertAll(row, value => (float)value)));
        }

        Assert.HasCount(slots, ofBytes.Slots);
        foreach (var (bytes, numbers) in ofBytes.Slots.Zip(ofNumbers.Slots))
        {
            Assert.AreEqual(numbers.Mean, bytes.Mean, 1e-12);
            Assert.AreEqual(numbers.StandardDeviation, bytes.StandardDeviation, 1e-12);
            Assert.AreEqual((numbers.Least, numbers.Greatest), (bytes.Least, bytes.Greatest));
        }
        if (slots == 2) Assert.AreEqual((3, Math.Sqrt(11)), (ofBytes.Slots[0].Mean, ofBytes.Slots[0].StandardDeviation));
    }

    [TestMethod]
    public void Slots_ALongRowOfBytes_HaveItsMeanAndDeviation()
    {
        var statistics = new ByteStatistics(1);
        statistics.Add([.. Enumerable.Range(0, 3_000).Select(index => (byte)(index % 3 * 100))]);

        Assert.AreEqual(100, statistics.Slots[0].Mean, 1e-9);
        Assert.AreEqual(100 * Math.Sqrt(2.0 / 3), statistics.Slots[0].StandardDeviation, 1e-9);
    }

    [TestMethod]
    [DataRow(new byte[] { 0, 0, 255, 255 }, true, true)]
    [DataRow(new byte[] { 0, 0, 90, 90 }, false, true)]
    [DataRow(new byte[] { 0, 0, 90, 255 }, true, false)]
    [DataRow(new byte[] { 0, 90, 255, 255 }, true, false)]
    public void LikePixels_Bytes_GoByTheirEndsAndSize(byte[] bytes, bool areValues, bool areEnds)
    {
        var (ofBytes, ofNumbers) = (new ByteStatistics(1), new SingleStatistics(1));
        ofBytes.Add(bytes);
        ofNumbers.Add(MemoryMarshal.AsBytes<float>(Array.ConvertAll(bytes, value => (float)value)));

        Assert.AreEqual((areValues, areEnds), (ofBytes.HasValuesLikePixels, ofBytes.HasEndsLikePixels));
        Assert.AreEqual((areValues, areEnds), (ofNumbers.HasValuesLikePixels, ofNumbers.HasEndsLikePixels));
    }
}
