namespace Microsoft.ML.Gan.Training.Algorithm;

/// <summary>Where a fit is.</summary>
/// <param name="Progress">The share of the rounds that is done, from 0 to 1.</param>
/// <param name="RateFactor">What both players' learning rates are multiplied by at this moment.</param>
internal readonly record struct TrainingMoment(double Progress, double RateFactor);
