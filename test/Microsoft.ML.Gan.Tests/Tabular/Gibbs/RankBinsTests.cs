using Microsoft.ML.Gan.Tabular.Gibbs;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular.Gibbs;

[TestClass]
public sealed class RankBinsTests
{
    [TestMethod]
    [DataRow(0.0f, 0)]
    [DataRow(0.25f, 0.5 / 1024)]
    [DataRow(0.75f, 9.5 / 64)]
    [DataRow(1f, 10.0 / 64)]
    public void Draw_TwoBinsOfHalfTheShare_IsTheQuantile(float uniform, double quantile)
    {
        using var scope = NewDisposeScope();
        var logits = full(1, RankBins.Count, -1000f);
        // from 0 to 1/1024, and from 9/64 to 10/64, as the first of the 64 is five
        logits[0, 0] = logits[0, 13] = tensor(2f);

        var rank = RankBins.Draw(logits, tensor(uniform).view(1, 1)).item<float>();

        Assert.AreEqual(quantile, rank, 1e-6);
    }

    [TestMethod]
    public void Of_Ranks_IsTheBinAndNoneBeyondTheLast()
    {
        using var scope = NewDisposeScope();
        CollectionAssert.AreEqual(
            new long[] { 0, 0, 1, 4, 5, 36, 71, 71 },
            RankBins.Of(tensor([0f, 0.00097f, 0.00098f, 0.0156f, 0.0157f, 0.5f, 0.9999f, 1f]).view(-1, 1)).data<long>().ToArray());
    }
}
