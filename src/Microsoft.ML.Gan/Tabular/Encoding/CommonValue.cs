namespace Microsoft.ML.Gan.Tabular.Encoding;

/// <summary>The ranks of a value that many rows share.</summary>
/// <param name="Middle">The middle of them.</param>
/// <param name="HalfLength">The distance from there to either end.</param>
internal readonly record struct CommonValue(float Middle, float HalfLength);
