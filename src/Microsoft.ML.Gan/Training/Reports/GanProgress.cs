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
}
