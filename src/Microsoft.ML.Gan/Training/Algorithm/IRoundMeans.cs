namespace Microsoft.ML.Gan.Training.Algorithm;

/// <summary>What the rounds since the last report measured, as far as every training has it.</summary>
internal interface IRoundMeans
{
    /// <value>The losses of all steps, by name; each round has as many as the others.</value>
    IReadOnlyList<(string Name, double[] OfSteps)> StepLosses { get; }
}
