using Microsoft.ML.Gan.Tabular.Sketches;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>What all rows say of a column of which memory holds a sample of the rows.</summary>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Missing">In how many of them the cell is missing.</param>
/// <param name="Ranks">The ranks of points among all that are there; null where no sketch was taken.</param>
internal sealed record WholeColumn(long Rows, long Missing, SketchedRanks? Ranks = null);
