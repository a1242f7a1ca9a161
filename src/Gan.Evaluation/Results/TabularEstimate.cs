namespace Microsoft.ML.Gan;

/// <summary>A figure of a sample of rows, with what it may be of all rows: its 99 % interval.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Least">The lower end of the interval.</param>
/// <param name="Greatest">The upper end.</param>
public sealed record TabularEstimate(double Value, double Least, double Greatest);
