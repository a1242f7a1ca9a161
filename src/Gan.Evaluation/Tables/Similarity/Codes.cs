namespace Gan.Evaluation.Tables.Similarity;

/// <summary>The cells of a column as whole numbers from 0 to <paramref name="Count"/> - 1.</summary>
internal readonly record struct Codes(int[] Cells, int Count);
