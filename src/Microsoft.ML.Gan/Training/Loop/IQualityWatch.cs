namespace Microsoft.ML.Gan.Training.Loop;

/// <summary>Measures how good the generator has become as training goes, and keeps its best weights.</summary>
internal interface IQualityWatch : IDisposable
{
    /// <summary>Whether nothing better is to be expected.</summary>
    bool IsOver { get; }

    /// <summary>The quality after a round; null when it is not time to measure.</summary>
    double? Measure(int round, int totalRounds);
}
