using System.Runtime.InteropServices;
using Gan.Onnx;
using Microsoft.ML.Gan.Exchange;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.State;
using Microsoft.ML.Gan.Vectors.Batches;
using Microsoft.ML.Gan.Vectors.Data;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Vectors.Batches;

[TestClass]
public sealed class StreamedRowsTests
{
    private const int Rows = 12, Places = 5;

    [TestMethod]
    public void Next_SomePasses_GivesEachRowOnceInEach()
    {
        using var streamed = Streamed(batchSize: 4);

        for (var pass = 0; pass < 4; pass++)
        {
            var rows = Enumerable.Range(0, 3).SelectMany(_ => Numbers(streamed.Next())).Order().ToList();
            CollectionAssert.AreEqual(Enumerable.Range(0, Rows).Select(row => (float)row).ToList(), rows);
        }
    }

    [TestMethod]
    public void Load_AnEarlierPlaceWhileTheThreadReads_GivesTheSameBatchesAgain()
    {
        using var streamed = Streamed(batchSize: 5);                          // two rows are passed over in each pass
        var saved = new SavedState();
        for (var batch = 0; batch < 3; batch++) streamed.Next();
        streamed.Save(new StateWriter(saved));
        var first = Enumerable.Range(0, 6).SelectMany(_ => Numbers(streamed.Next())).ToList();

        streamed.Load(new StateReader(saved));

        CollectionAssert.AreEqual(first, Enumerable.Range(0, 6).SelectMany(_ => Numbers(streamed.Next())).ToList());
    }

    private static StreamedRows Streamed(int batchSize)
    {
        using var noise = new NoiseSource(1, LatentPrior.Normal, CPU);
        var data = new TrainingDataReader("Features", null, null).Read(new PassRows(_ => PassRows.Line(Rows)), default);
        data.Held.Resize(Places);
        return new(data.Source, Rows, data.Held, batchSize, noise, Ranks.Alone, ToBatch, default);
    }

    private static Batch ToBatch(RowBatch batch) => new(tensor(MemoryMarshal.Cast<byte, float>(batch.Values).ToArray()), null);

    /// <summary>The rows' numbers: their first values.</summary>
    private static float[] Numbers(Batch batch)
    {
        using (batch.Rows) return [.. batch.Rows.data<float>().ToArray().Where((_, index) => index % 2 == 0)];
    }
}
