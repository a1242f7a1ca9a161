using Microsoft.ML.Gan.Tabular.Players;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular.Players;

[TestClass]
public sealed class RankPiecesTests
{
    [TestMethod]
    public void Forward_NormalQuantiles_FillsPiecesUpToTheRank()
    {
        using var scope = NewDisposeScope();
        using var pieces = new RankPieces(2);
        const float upperQuartile = 0.6744898f;                       // Φ⁻¹(¾)

        float[] row = [.. pieces.forward(tensor(new[] { 0, upperQuartile }).unsqueeze(0)).data<float>()];

        Assert.HasCount(pieces.Outputs, row);
        float[] expected = [0, upperQuartile, .. Filled(16), .. Filled(24)];
        for (var i = 0; i < row.Length; i++) Assert.AreEqual(expected[i], row[i], 2e-5f, $"Feature {i}.");
    }

    private static IEnumerable<float> Filled(int count) => Enumerable.Range(0, 32).Select(piece => piece < count ? 1f : 0f);
}
