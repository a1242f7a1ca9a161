namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Of which table the rows in memory are a uniform sample.</summary>
/// <param name="Rows">How many rows it has.</param>
/// <param name="RankError">How far a quantile's rank may be off, at a chance of a hundredth; null if no column is of numbers.</param>
internal sealed record TableSample(long Rows, double? RankError);
