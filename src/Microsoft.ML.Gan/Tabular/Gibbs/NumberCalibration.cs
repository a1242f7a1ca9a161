using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>Draws the numbers of rows anew as the file will, and gives what maps each to the column's own distribution.</summary>
internal static class NumberCalibration
{
    /// <summary>Of each number that is drawn anew, from drawn ranks to points.</summary>
    /// <param name="schema">The table.</param>
    /// <param name="network">The network, in inference mode.</param>
    /// <param name="rows">What the generator makes, with what is drawn anew before, (N, row width), in the CPU's memory. Is changed.</param>
    /// <param name="noise">Decides.</param>
    /// <param name="device">Where the network is.</param>
    public static IReadOnlyList<QuantileMap> Calibrate(TableSchema schema, NumberNetwork network, Tensor rows, NoiseSource noise, Device device)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var maps = new List<QuantileMap>();
        foreach (var (place, number) in network.Drawn.Index())
        {
            using var inner = NewDisposeScope();
            var asked = eye(network.CellCount, device: device).narrow(0, schema.MadeChoices + number, 1);
            var logits = Calibration.InBatches(
                rows, batch => network.Logits(network.call(batch.to(device), asked.expand(batch.shape[0], -1)), place));
            var (numbers, presence) = (schema.Layout.Number(rows, number), schema.Layout.PresenceOf(rows, number));
            var ends = NumberEnds.Of(schema.Numbers[number].Ranks);
            var (before, stays) = (numbers.clone(), ends.Has(numbers.NormalRank()));
            logits = ends.Inside(logits);
            maps.Add(QuantileMap.Of(schema.Numbers[number].Ranks, RankBins.Edges, Shares(logits, before.NormalRank(), stays, presence)));
            numbers.copy_(RankBins.Draw(logits, noise.Uniform(logits.shape[0], 1).cpu()).squeeze(1));
            SweptRows.ToTeacherRanks(numbers, presence, maps[^1]);
            numbers.copy_(where(stays.IsAbove(0.5), before, numbers));
        }
        return maps;
    }

    /// <summary>The mean share of each bin, of the rows that have the number: surer than counts of drawn ones.</summary>
    private static double[] Shares(Tensor logits, Tensor ranks, Tensor stays, Tensor? presence)
    {
        using var scope = NewDisposeScope();
        var own = nn.functional.one_hot(RankBins.Of(ranks), RankBins.Count);
        var shares = where(stays.IsAbove(0.5).unsqueeze(1), own.to(float32), logits.softmax(1)).to(float64);
        if (presence is not null) shares = shares * presence.unsqueeze(1);
        var sums = shares.sum([0]).data<double>().ToArray();
        var total = sums.Sum();
        return total > 0 ? Array.ConvertAll(sums, sum => sum / total) : Array.ConvertAll(sums, _ => 1.0 / sums.Length);
    }
}
