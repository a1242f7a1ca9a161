using Gan.Onnx;

namespace Microsoft.ML.Gan;

/// <summary>How far a running fit has come.</summary>
/// <param name="Report">What the last rounds measured.</param>
/// <param name="TotalRounds">The rounds that the fit will have if nothing stops it.</param>
/// <param name="TotalEpochs">The passes over the data that the fit will have begun.</param>
public sealed record GanProgress(GanTrainingReport Report, int TotalRounds, int TotalEpochs)
{
    /// <value>The share done: above 0, and 1 at the end.</value>
    public double Fraction => (double)Report.Round / TotalRounds;

    /// <value>The time that the rest of the rounds will take at the pace of the last ones, if nothing ends the fit before.</value>
    public TimeSpan TimeLeft { get; init; }

    internal Func<GeneratorTransformer>? MakeGenerator { get; init; }

    /// <summary>
    /// Makes the generator as it is at this moment, with the average of its weights: to write samples of the same latent vectors as training goes, or
    /// to stop when they are good. Nothing is made before this is called.
    /// </summary>
    /// <returns>The generator; whoever asked for it disposes of it.</returns>
    /// <exception cref="InvalidOperationException">
    /// The report is over: weights have moved on. Or it is of a table, whose decoding is only learnt at the end.
    /// </exception>
    public GeneratorTransformer CreateGenerator() => MakeGenerator is not null ? MakeGenerator() : throw new InvalidOperationException(
        "The generator of a moment must be one of vectors or images, but a table's decoding is learnt at the end of its fit. Wait for that.");
}
