using Gan.Onnx;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Vectors.Batches;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Vectors.Batches;

[TestClass]
public sealed class ResidentRowsTests
{
    [TestMethod]
    public void Next_OneEpoch_GivesEachRowOnceWithItsClass()
    {
        using var scope = NewDisposeScope();
        using var noise = new NoiseSource(1, LatentPrior.Normal, CPU);
        using var resident = new ResidentRows(arange(12, float32).unsqueeze(1), arange(12), batchSize: 4, noise);

        var batches = Enumerable.Range(0, 3).Select(_ => resident.Next()).ToList();

        var rows = batches.SelectMany(batch => batch.Rows.data<float>()).ToList();
        CollectionAssert.AreEqual(Enumerable.Range(0, 12).Select(row => (float)row).ToList(), rows.Order().ToList());
        CollectionAssert.AreEqual(rows, batches.SelectMany(batch => batch.Condition!.data<long>()).Select(key => (float)key).ToList());
    }

    [TestMethod]
    public void Next_RowsLeftOverAtAnEpochsEnd_NeverMakesASmallBatch()
    {
        using var scope = NewDisposeScope();
        using var noise = new NoiseSource(1, LatentPrior.Normal, CPU);
        using var resident = new ResidentRows(arange(5, float32).unsqueeze(1), null, batchSize: 2, noise);

        for (var batch = 0; batch < 20; batch++) Assert.AreEqual(2, resident.Next().Rows.shape[0]);
    }

    [TestMethod]
    public void Next_SuccessiveEpochs_HaveDifferentOrders()
    {
        using var scope = NewDisposeScope();
        using var noise = new NoiseSource(1, LatentPrior.Normal, CPU);
        using var resident = new ResidentRows(arange(50, float32).unsqueeze(1), null, batchSize: 50, noise);

        CollectionAssert.AreNotEqual(resident.Next().Rows.data<float>().ToArray(), resident.Next().Rows.data<float>().ToArray());
    }
}
