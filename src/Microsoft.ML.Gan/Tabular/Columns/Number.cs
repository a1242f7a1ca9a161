using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>One number of a row: what a column of numbers is to the networks, the normal quantile of a rank.</summary>
/// <remarks>A date with a time is two numbers: its day, and its time of day.</remarks>
/// <param name="Index">Which of a row's numbers it is.</param>
/// <param name="Column">The name of its column.</param>
/// <param name="Presence">The index of the choice that says whether it is there, as a value of its own; null if it always is.</param>
/// <param name="Grid">The grid that its values lie on; its points are what is decoded.</param>
/// <param name="Ranks">Its quantile function.</param>
/// <param name="Rounding">What made points are put on; null where each point of the grid may be.</param>
/// <param name="Difference">What is learnt in place of its own values; null for those.</param>
/// <param name="Tie">The number that it may be equal to; null for none.</param>
internal sealed record Number(
    int Index, string Column, int? Presence, ValueGrid Grid, NumberRanks Ranks, Rounding? Rounding, LearntDifference? Difference, Tie? Tie)
{
    /// <summary>Of each row of a table, its point; NaN where it is missing.</summary>
    public double[] PointsIn(Table table) => ((NumberColumn)table.Find(Column)).PointsOn(Grid);
}
