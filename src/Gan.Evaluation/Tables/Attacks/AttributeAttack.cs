using Gan.Evaluation.Tables.Privacy;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Tables.Attacks;

/// <summary>Tells each cell of a row by the synthetic row that is nearest by the others.</summary>
/// <remarks>Cost: one pass over the synthetic rows for each row that is attacked, for all columns together.</remarks>
internal static class AttributeAttack
{
    private const double Tolerance = 0.1, Chance = 0.005;

    /// <summary>The columns' leaks, numbers first, and their mean.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="names">The columns, in the order of a row's cells: numbers, then categories.</param>
    public static (IReadOnlyList<TabularAttributeAttack> Columns, TabularEstimate Mean) Run(AttackedRows rows, IReadOnlyList<string> names)
    {
        var (members, others) = rows.Each((attacked, row) => Told(rows.Synthetic, attacked, row));
        var deviations = Normal.Quantile(1 - Chance / names.Count);                           // all columns at once: Bonferroni
        return (
            [.. names.Select((name, column) => Column(name, Cells(members, column), Cells(others, column), deviations))],
            Estimates.Difference(Array.ConvertAll(members, told => told.Average()), Array.ConvertAll(others, told => told.Average())));
    }

    private static TabularAttributeAttack Column(string name, double[] members, double[] others, double deviations) => new()
    {
        Name = name,
        OnTrainingRows = members.Average(),
        OnTestRows = others.Average(),
        Leak = Estimates.Difference(members, others, deviations),
    };

    private static double[] Cells(double[][] rows, int column) => Array.ConvertAll(rows, row => row[column]);

    /// <summary>For each column 1 if its cell is told, else 0.</summary>
    private static double[] Told(Records synthetic, Records attacked, int row)
    {
        var width = attacked.Width;
        var (least, nearest) = (new double[width], new int[width]);
        Array.Fill(least, double.PositiveInfinity);
        var parts = new float[width];
        for (var candidate = 0; candidate < synthetic.Count; candidate++)
        {
            synthetic.SquaredDistances(candidate, attacked, row, parts);
            var all = 0.0;
            foreach (var part in parts) all += part;
            for (var column = 0; column < width; column++)
                if (all - parts[column] < least[column]) (least[column], nearest[column]) = (all - parts[column], candidate);
        }
        for (var column = 0; column < width; column++)
        {
            synthetic.SquaredDistances(nearest[column], attacked, row, parts);
            least[column] = parts[column] <= Tolerance * Tolerance ? 1 : 0;
        }
        return least;
    }
}
