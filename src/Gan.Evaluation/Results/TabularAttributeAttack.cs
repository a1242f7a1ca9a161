namespace Microsoft.ML.Gan;

/// <summary>How well synthetic rows tell one column of a row whose others are known.</summary>
/// <remarks>
/// The guess is the column's cell in the synthetic row that is nearest by the other columns. A number counts as told within a tenth of
/// the column's standard deviation. What holds of the population tells cells of all rows: only what is told better of training rows is a leak.
/// </remarks>
public sealed record TabularAttributeAttack
{
    /// <value>The column's name.</value>
    public required string Name { get; init; }

    /// <value>The share of training rows whose cell is told.</value>
    public required double OnTrainingRows { get; init; }

    /// <value>The share of test rows whose cell is told.</value>
    public required double OnTestRows { get; init; }

    /// <value>The first less the second: 0 without a leak. The interval is wide enough for all columns together.</value>
    public required TabularEstimate Leak { get; init; }
}
