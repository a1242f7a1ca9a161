using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Loop;

namespace Microsoft.ML.Gan.Tests.Training.Loop;

/// <summary>A training that trains nothing: it notes its rounds and reports.</summary>
/// <param name="lossOf">The loss of a round, counted from 1; 0 unless given.</param>
internal sealed class CountedTraining(Func<int, double>? lossOf = null) : ITraining<CountedTraining.Means>
{
    private readonly List<double> _losses = [];

    public string Remedy => "Do less.";

    /// <value>The moments at which rounds began.</value>
    public List<TrainingMoment> Rounds { get; } = [];

    public List<(ReportSpan Span, double? Quality)> Reports { get; } = [];

    public void Round(TrainingMoment moment)
    {
        Rounds.Add(moment);
        _losses.Add(lossOf?.Invoke(Rounds.Count) ?? 0);
    }

    public Means Read()
    {
        var means = new Means([.. _losses]);
        _losses.Clear();
        return means;
    }

    public void Report(Means means, ReportSpan span, double? quality)
    {
        Assert.HasCount(span.Rounds, means.Losses);
        Reports.Add((span, quality));
    }

    /// <param name="Losses">One a round.</param>
    internal sealed record Means(double[] Losses) : IRoundMeans
    {
        public IReadOnlyList<(string Name, double[] OfSteps)> StepLosses =>
            [("first loss", [.. Losses.SelectMany(loss => new[] { 0, 0, 0.0 })]), ("second loss", [.. Losses.SelectMany(loss => new[] { 0, loss })])];
    }
}
