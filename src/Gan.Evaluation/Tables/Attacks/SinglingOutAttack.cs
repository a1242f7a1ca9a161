using Gan.Evaluation.Tables.Similarity;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Tables.Attacks;

/// <summary>Singles out rows by combinations of cells that one synthetic row alone has.</summary>
internal static class SinglingOutAttack
{
    private const int MostPredicates = 1_000, MostSearched = 20_000;

    /// <summary>Attacks; null if no combination is unique.</summary>
    public static TabularSinglingOut? Run(EvaluatedTable real, EvaluatedTable synthetic, EvaluatedTable test)
    {
        var count = Math.Min(Math.Min(real.RowCount, test.RowCount), MostSearched);
        var searched = synthetic.At(RowSample.Draw(synthetic.RowCount, MostSearched, RowSample.Purpose.SyntheticRows));
        var cuts = searched.Columns.Select(column => column is EvaluatedNumbers numbers ? new Deciles(numbers.Sorted()) : null).ToArray();
        var made = Codes(searched, cuts);
        var members = Codes(real.At(RowSample.Draw(real.RowCount, count, RowSample.Purpose.RealRows)), cuts);
        var others = Codes(test.At(RowSample.Draw(test.RowCount, count, RowSample.Purpose.TestRows)), cuts);
        var outcomes = Enumerable.Range(0, Math.Min(Math.Min(MostPredicates, count), searched.RowCount)).AsParallel().AsOrdered()
            .Select(row => Predicate(made, row) is { } columns
                ? (Member: IsAlone(members, made, columns, row) ? 1.0 : 0, Other: IsAlone(others, made, columns, row) ? 1.0 : 0)
                : ((double Member, double Other)?)null)
            .OfType<(double Member, double Other)>().ToArray();
        return outcomes.Length == 0 ? null : new TabularSinglingOut
        {
            Predicates = outcomes.Length,
            OnTrainingRows = outcomes.Average(outcome => outcome.Member),
            OnTestRows = outcomes.Average(outcome => outcome.Other),
            Leak = Estimates.Mean(Array.ConvertAll(outcomes, outcome => outcome.Member - outcome.Other)),
        };
    }

    /// <summary>The first columns, in a random order, whose cells no other row shares with a row; null if all are shared.</summary>
    private static int[]? Predicate(int[][] table, int row)
    {
        var order = RowSample.Order(table.Length, row, RowSample.Purpose.Columns);
        var alike = Enumerable.Range(0, table[0].Length).ToList();
        for (var count = 1; count <= order.Length; count++)
        {
            var column = table[order[count - 1]];
            alike.RemoveAll(other => column[other] != column[row]);
            if (alike.Count == 1) return order[..count];
        }
        return null;
    }

    /// <summary>Whether exactly one row of a table has the cells of a synthetic row in some columns.</summary>
    private static bool IsAlone(int[][] table, int[][] made, int[] columns, int row)
    {
        var count = 0;
        for (var candidate = 0; candidate < table[0].Length && count < 2; candidate++)
            if (Array.TrueForAll(columns, column => table[column][candidate] == made[column][row])) count++;
        return count == 1;
    }

    private static int[][] Codes(EvaluatedTable table, Deciles?[] cuts) => [.. table.Columns.Zip(cuts, (column, cut) =>
        cut is null ? ((EvaluatedCategories)column).Codes : cut.Code(((EvaluatedNumbers)column).Values).Cells)];
}
