using Gan.Onnx.Rules;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Rules;

/// <summary>Gives totals grids on which each sum of their parts is a point: 0.5 and 0.5 may be 1 in each row, but 0.5 and 1 are 1.5.</summary>
internal static class SumGrids
{
    public static Table Widen(Table table, IEnumerable<ColumnSum> sums)
    {
        foreach (var sum in sums)
        {
            NumberColumn[] columns = [.. sum.Parts.Prepend(sum.Total).Select(name => (NumberColumn)table.Find(name))];
            var total = columns[0];
            var finer = Array.Find(columns, column => column.Schema.IsReal && column.Grid is not { IsGrid: true, Decimals: 0 });
            if (!total.Schema.IsReal && finer is { } real)
            {
                throw new ArgumentException(
                    $"Column '{total.Name}' must have digits as the sum of '{real.Name}' and others, but is {total.Schema.Value.Type}. Convert it.");
            }
            var grid = total.Schema.IsReal ? OfReals(columns) : OfWholes(columns);
            var wider = new NumberColumn(
                total.Schema, grid is { IsGrid: true, Decimals: 0 } ? total.Role : total.Schema.IsReal ? TabularColumnRole.Numeric : total.Role, grid,
                total.PointsOn(grid));
            table = table with { Columns = [.. table.Columns.Select(column => column == total ? wider : column)] };
        }
        return table;
    }

    private static ValueGrid OfReals(NumberColumn[] columns) => Array.TrueForAll(columns, column => column.Grid.IsGrid)
        ? new ValueGrid(true, 0, 1, columns.Max(column => column.Grid.Decimals))
        : ValueGrid.None;

    private static ValueGrid OfWholes(NumberColumn[] columns)
    {
        ulong unit = 0;
        foreach (var column in columns)
        {
            var origin = (Int128)column.Grid.Origin - column.Schema.Value.Zero;
            unit = ValueGrid.GreatestCommonDivisor(unit, unchecked((ulong)column.Grid.Unit));
            unit = ValueGrid.GreatestCommonDivisor(unit, (ulong)Int128.Abs(origin));
        }
        return new ValueGrid(true, columns[0].Schema.Value.Zero, unchecked((long)unit), 0);
    }
}
