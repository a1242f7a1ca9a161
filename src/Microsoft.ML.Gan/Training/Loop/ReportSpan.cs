namespace Microsoft.ML.Gan.Training.Loop;

/// <summary>The rounds of a report.</summary>
/// <param name="Round">All rounds done.</param>
/// <param name="Rounds">Those since the report before.</param>
/// <param name="Time">The time that those took.</param>
internal readonly record struct ReportSpan(int Round, int Rounds, TimeSpan Time);
