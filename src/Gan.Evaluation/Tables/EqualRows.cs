namespace Gan.Evaluation.Tables;

/// <summary>Which rows of two tables are equal in every column.</summary>
/// <remarks>
/// Rows are told apart column by column: the rows of the first table that agree so far are one group, and each further column splits it.
/// A row of the second table follows its cells from group to group until there is none. This is exact, and holds one number a row.
/// </remarks>
internal static class EqualRows
{
    public const int NoGroup = -1;

    private const int Decimals = 9;                       // numbers that differ less than this are equal, or than such a part of small ones

    /// <summary>A group for each row: equal rows have the same one. A missing cell equals a missing cell.</summary>
    /// <returns>The groups of the first table's rows, and of the second's: <see cref="NoGroup"/> where it equals no row of the first.</returns>
    public static (int[] First, int[] Second) Groups(EvaluatedTable first, EvaluatedTable second)
    {
        var (groups, others) = (new int[first.RowCount], new int[second.RowCount]);
        foreach (var (column, other) in first.Columns.Zip(second.Columns))
        {
            if (column is EvaluatedNumbers numbers) SplitNumbers(groups, numbers, others, (EvaluatedNumbers)other);
            else Split(groups, ((EvaluatedCategories)column).Codes, others, ((EvaluatedCategories)other).Codes);
        }
        return (groups, others);
    }

    private static void Split<T>(int[] firstGroups, T[] first, int[] secondGroups, T[] second)
    {
        var groups = new Dictionary<(int, T), int>();
        for (var row = 0; row < first.Length; row++)
        {
            var key = (firstGroups[row], first[row]);
            if (!groups.TryGetValue(key, out var group)) groups[key] = group = groups.Count;
            firstGroups[row] = group;
        }
        for (var row = 0; row < second.Length; row++) secondGroups[row] = groups.GetValueOrDefault((secondGroups[row], second[row]), NoGroup);
    }

    private static void SplitNumbers(int[] firstGroups, EvaluatedNumbers first, int[] secondGroups, EvaluatedNumbers second)
    {
        var unit = new Magnitude(Math.Min(Magnitude.Of([MedianSize(first)]).Exponent, 0));
        Split(firstGroups, Rounded(first), secondGroups, Rounded(second));

        double[] Rounded(EvaluatedNumbers column) => Array.ConvertAll(column.Values, value => Math.Round(unit.Down(value), Decimals));
    }

    private static double MedianSize(EvaluatedNumbers column)
    {
        var sizes = Array.ConvertAll(Array.FindAll(column.Values, value => Math.Abs(value) > 0), Math.Abs);
        Array.Sort(sizes);
        return sizes.Length == 0 ? 0 : sizes[sizes.Length / 2];
    }
}
