using System.Text.Json.Serialization;
using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>What the made points of a number are put on, where not each point of its <see cref="ValueGrid"/> is one that values have.</summary>
[JsonDerivedType(typeof(RoundingGrid), "digits")]
[JsonDerivedType(typeof(MonthGrid), "months")]
[JsonDerivedType(typeof(WeekdayGrid), "weekdays")]
internal abstract record Rounding
{
    /// <summary>That of a column; null where each point may be.</summary>
    /// <param name="column">The column.</param>
    /// <param name="range">The ends of its quantile function, which are no row's own values.</param>
    /// <param name="shared">The points that come back as they are.</param>
    public static Rounding? Find(NumberColumn column, (double Least, double Greatest) range, IReadOnlySet<double> shared) =>
        CalendarDays.Of(column) is { } days
            ? MonthGrid.Find(days) ?? (Rounding?)WeekdayGrid.Find(days)
            : RoundingGrid.Find(column, range, shared);

    /// <summary>Writes the point that may be and is nearest to points of the column: double (N, 1), both.</summary>
    public abstract OnnxValue Snap(OnnxGraphBuilder graph, OnnxValue points);
}
