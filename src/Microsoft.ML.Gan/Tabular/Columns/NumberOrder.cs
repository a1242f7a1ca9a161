namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>That one number of a row is never greater than another.</summary>
/// <param name="Lesser">The index of the one.</param>
/// <param name="Greater">The index of the other.</param>
/// <param name="Slope">Points of the other in a point of the one.</param>
/// <param name="Offset">The point of the other at the one's point 0.</param>
/// <param name="IsGrid">Whether the other's points are whole.</param>
/// <param name="AreAlike">Whether any value of the one may be one of the other, for all that is known of their digits.</param>
internal sealed record NumberOrder(int Lesser, int Greater, double Slope, double Offset, bool IsGrid, bool AreAlike);
