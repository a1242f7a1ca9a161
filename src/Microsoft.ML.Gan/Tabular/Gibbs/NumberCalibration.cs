using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Players;
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
            var drawn = Calibration.InBatches(rows, batch => RankBins.Draw(
                network.Logits(network.call(batch.to(device), asked.expand(batch.shape[0], -1)), place), noise.Uniform(batch.shape[0], 1)));
            var (numbers, presence) = (schema.Layout.Number(rows, number), schema.Layout.PresenceOf(rows, number));
            maps.Add(QuantileMap.Of(schema.Numbers[number].Ranks, Calibration.Sorted(drawn.squeeze(1), presence)));
            numbers.copy_(drawn.squeeze(1));
            SweptRows.ToTeacherRanks(numbers, presence, maps[^1]);
        }
        return maps;
    }
}
