using Microsoft.ML.Gan.Training.Algorithm;

namespace Microsoft.ML.Gan.Training.Loop;

/// <summary>What a <see cref="TrainingLoop{TMeans}"/> runs: rounds, and reports of what they measured.</summary>
/// <typeparam name="TMeans">What a report is made of.</typeparam>
internal interface ITraining<TMeans> where TMeans : IRoundMeans
{
    /// <value>What to do against divergence, as a sentence to the caller.</value>
    string Remedy { get; }

    /// <summary>Trains one round.</summary>
    void Round(TrainingMoment moment);

    /// <summary>What the rounds since the last call measured.</summary>
    TMeans Read();

    /// <summary>Takes in a report.</summary>
    /// <param name="means">What its rounds measured.</param>
    /// <param name="span">Which rounds they are.</param>
    /// <param name="quality">How good the weights are now; null when it was not time to measure it.</param>
    void Report(TMeans means, ReportSpan span, double? quality);
}
