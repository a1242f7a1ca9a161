namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>One of a column's values.</summary>
/// <param name="Text">Its text, numbers in the invariant culture.</param>
/// <param name="Whole">Its value in columns of whole numbers, keys, booleans and dates.</param>
/// <param name="Real">Its value in columns of other numbers.</param>
/// <param name="Count">The rows that have it.</param>
internal readonly record struct Category(string Text, long Whole, double Real, int Count);
