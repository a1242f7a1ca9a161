using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Tabular;

/// <summary>What is known once the players are trained and the generator is calibrated.</summary>
/// <param name="History">How the training went.</param>
/// <param name="Maps">Of the generator's numbers.</param>
internal sealed record TrainedPlayers(GanTrainingHistory History, IReadOnlyList<QuantileMap> Maps)
{
    public void Save(StateWriter to)
    {
        History.Save(to.Section("history"));
        to.Write("maps", Maps.Count);
        foreach (var (index, map) in Maps.Index())
        {
            var within = to.Section($"map {index}");
            within.Write("outputs", map.Outputs);
            within.Write("points", map.Points);
            within.Write("ranks", map.Ranks);
        }
    }

    public static TrainedPlayers Load(StateReader from)
    {
        var maps = Enumerable.Range(0, from.Read<int>("maps")).Select(index => Map(from.Section($"map {index}")));
        return new(GanTrainingHistory.Load(from.Section("history")), [.. maps]);
    }

    private static QuantileMap Map(StateReader from) =>
        new(from.ReadArray<float>("outputs"), from.ReadArray<double>("points"), from.ReadArray<float>("ranks"));
}
