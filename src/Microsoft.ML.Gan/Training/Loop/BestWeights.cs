using Microsoft.ML.Gan.Training.Optimizers;
using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Training.Loop;

/// <summary>Measures averaged weights as training goes, keeps the best, and stops when patience ends.</summary>
/// <param name="average">Has the weights.</param>
/// <param name="quality">Measures the network as it is; greater is better.</param>
/// <param name="measurements">About how often, in all rounds.</param>
/// <param name="patience">The share of all rounds after which nothing better is expected.</param>
/// <param name="chance">By so much two measurements of one network differ: later weights are kept unless they are worse than that.</param>
internal sealed class BestWeights(
    WeightAverage average, Func<double> quality, int measurements, double patience, double chance = 0) : IQualityWatch
{
    private double _best = double.NegativeInfinity;
    private int _bestRound, _measuredRound, _nextRound;

    /// <value>Whether weights were kept whose quality is a number.</value>
    public bool HasAny => double.IsFinite(_best);

    public bool IsOver(int totalRounds) => _measuredRound - _bestRound >= patience * totalRounds;

    public double? Measure(int round, int totalRounds)
    {
        if (round < _nextRound && round < totalRounds) return null;
        _nextRound = round + Math.Max(1, totalRounds / measurements);
        average.Exchange();
        var measured = quality();
        if (measured > _best - chance)
        {
            (_best, _bestRound) = (Math.Max(measured, _best), round);
            average.Keep();
        }
        average.Exchange();
        _measuredRound = round;
        return measured;
    }

    public void Save(StateWriter to)
    {
        to.Write("best", _best);
        to.Write("bestRound", _bestRound);
        to.Write("nextRound", _nextRound);
        to.Write("measuredRound", _measuredRound);
    }

    public void Load(StateReader from)
    {
        _best = from.Read<double>("best");
        _bestRound = from.Read<int>("bestRound");
        _nextRound = from.Read<int>("nextRound");
        _measuredRound = from.Read<int>("measuredRound");
    }
}
