using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Gibbs;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular.Gibbs;

[TestClass]
public sealed class RankBinsTests
{
    [TestMethod]
    [DataRow(0.0f, 0)]
    [DataRow(0.25f, 0.5)]
    [DataRow(0.75f, 10.5)]
    [DataRow(1f, 11)]
    public void Draw_TwoBinsOfHalfTheShare_IsTheQuantile(float uniform, double bins)
    {
        using var scope = NewDisposeScope();
        var logits = full(1, RankBins.Count, -1000f);
        logits[0, 0] = logits[0, 10] = tensor(2f);

        var rank = RankBins.Draw(logits, tensor(uniform).view(1, 1)).item<float>();

        Assert.AreEqual(bins / RankBins.Count, rank, 1e-6);
    }

    [TestMethod]
    public void Of_Ranks_IsTheBinAndNoneBeyondTheLast()
    {
        using var scope = NewDisposeScope();
        CollectionAssert.AreEqual(
            new long[] { 0, 0, 1, 63, 63 }, RankBins.Of(tensor([0f, 0.0156f, 0.0157f, 0.9999f, 1f])).data<long>().ToArray());
    }

    [TestMethod]
    public void NumberEnds_OneValueAtAnEnd_IsDrawnAsOthersAre()
    {
        var random = new Random(4);
        double[] tail = [.. Enumerable.Range(0, 900).Select(_ => random.NextDouble() + 1)];

        Assert.AreEqual(new NumberEnds(true, true), NumberEnds.Of(new ColumnRanks(tail).Learnt));
        Assert.AreEqual(new NumberEnds(false, true), NumberEnds.Of(new ColumnRanks([.. tail, .. new double[100]]).Learnt));
        Assert.AreEqual(new NumberEnds(true, false), NumberEnds.Of(new ColumnRanks([.. tail, .. Enumerable.Repeat(5.0, 100)]).Learnt));
    }
}
