namespace Microsoft.ML.Gan.Evaluation;

/// <summary>The cells of a column as whole numbers from 0 to <paramref name="Count"/> - 1.</summary>
internal readonly record struct Coding(int[] Codes, int Count);
