namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>The values of a column that too few rows have to be in the file.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Share">The share of the rows that have one of them.</param>
internal readonly record struct RareCategories(int Count, double Share);
