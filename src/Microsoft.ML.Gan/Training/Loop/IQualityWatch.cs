using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Training.Loop;

/// <summary>Measures how good the weights have become as training goes, and says when to stop.</summary>
internal interface IQualityWatch : IResumable
{
    /// <summary>Whether nothing better is to be expected.</summary>
    /// <param name="totalRounds">The rounds that the training has if nothing ends it.</param>
    bool IsOver(int totalRounds);

    /// <summary>The quality after a round; null when it is not time to measure.</summary>
    double? Measure(int round, int totalRounds);
}
