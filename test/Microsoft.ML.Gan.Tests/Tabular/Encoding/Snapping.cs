using Microsoft.ML.Gan.Tabular.Encoding;

namespace Microsoft.ML.Gan.Tests.Tabular.Encoding;

/// <summary>Where a file must put the steps of a column.</summary>
internal static class Snapping
{
    /// <summary>A step of the column's as one that its numbers have.</summary>
    public static double Snap(this NumberEncoding column, double step) => column.Grain?.Snap(step) ?? (column.Numbers.Lattice.IsGrid ? Math.Round(step) : step);

    /// <summary>The point next to a step; an exception itself.</summary>
    public static double Snap(this Grain grain, double step)
    {
        if (grain.Exceptions.Contains(step)) return step;
        var nearest = Math.Round((step + grain.Shift) * grain.Scale / grain.Size) * grain.Size / grain.Scale - grain.Shift;
        return Math.Clamp(nearest, grain.Least, grain.Greatest);
    }
}
