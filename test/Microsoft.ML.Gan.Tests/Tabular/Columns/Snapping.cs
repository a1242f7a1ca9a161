using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

/// <summary>Where a file must put the steps of a column.</summary>
internal static class Snapping
{
    /// <summary>A step of the column's as one that its numbers have.</summary>
    public static double Snap(this Number column, double step) => column.Rounding?.Snap(step) ?? (column.Grid.IsGrid ? Math.Round(step) : step);

    /// <summary>The point next to a step; an exception itself.</summary>
    public static double Snap(this RoundingGrid rounding, double step)
    {
        if (rounding.Exceptions.Contains(step)) return step;
        var nearest = Math.Round((step + rounding.Shift) * rounding.Scale / rounding.Size) * rounding.Size / rounding.Scale - rounding.Shift;
        return Math.Clamp(nearest, rounding.Least, rounding.Greatest);
    }
}
