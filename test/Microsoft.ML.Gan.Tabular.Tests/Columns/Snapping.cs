using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

/// <summary>Where a file must put the points of a column.</summary>
internal static class Snapping
{
    /// <summary>A point of the column's as one that its numbers have.</summary>
    public static double Snap(this Number column, double point) =>
        (column.Rounding as RoundingGrid)?.Snap(point) ?? (column.Grid.IsGrid ? Math.Round(point) : point);

    /// <summary>The point next to a point; an exception itself.</summary>
    public static double Snap(this RoundingGrid rounding, double point)
    {
        if (rounding.Exceptions.Contains(point)) return point;
        var nearest = Math.Round((point + rounding.Shift) * rounding.Scale / rounding.Size) * rounding.Size / rounding.Scale - rounding.Shift;
        return Math.Clamp(nearest, rounding.Least, rounding.Greatest);
    }
}
