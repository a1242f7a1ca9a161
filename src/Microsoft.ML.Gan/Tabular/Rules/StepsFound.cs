using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Rules;

/// <summary>
/// Finds columns of real numbers in whole steps that are no power of ten, as prices in quarters; those of whole types are kept unasked.
/// </summary>
internal static class StepsFound
{
    private const double Evidence = 40;                               // nats by which chance would have put all values so

    public static IEnumerable<TabularRule> In(Table table)
    {
        foreach (var column in table.Columns.OfType<NumberColumn>().Where(column => column.Schema.IsReal && column.Grid.IsGrid && !column.IsEmpty))
        {
            double[] points = [.. column.Points.Where(point => !double.IsNaN(point)).Distinct()];
            var step = points.Aggregate(0UL, (unit, point) => ValueGrid.GreatestCommonDivisor(unit, (ulong)Math.Abs(point - points[0])));
            if (step < 2 || IsPowerOfTen(step) || points.Length * Math.Log(step) < Evidence) continue;
            var start = (points[0] % step + step) % step;
            var unit = (decimal)Math.Pow(10, column.Grid.Decimals);
            yield return TabularRules.FixedIncrements(column.Name, step / unit, (decimal)start / unit);
        }
    }

    private static bool IsPowerOfTen(ulong number)
    {
        while (number % 10 == 0) number /= 10;
        return number == 1;
    }
}
