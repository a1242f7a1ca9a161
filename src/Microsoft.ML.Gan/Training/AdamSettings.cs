namespace Microsoft.ML.Gan.Training;

/// <summary>The settings of Adam (Kingma and Ba 2015, algorithm 1): η, β₁, β₂.</summary>
internal sealed record AdamSettings(double LearningRate, double Beta1, double Beta2);
