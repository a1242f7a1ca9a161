namespace Gan.Evaluation.Tables.Privacy;

/// <summary>Synthetic rows that equal a real row in every column.</summary>
internal static class ExactCopies
{
    private const int Decimals = 9;                       // numbers that differ less than this are equal
    private const int NoGroup = -1;

    /// <summary>The share of synthetic rows that are copies. A missing cell equals a missing cell.</summary>
    /// <remarks>
    /// Rows are told apart column by column: the real rows that agree so far are one group, and each further column splits it.
    /// A synthetic row follows its cells from group to group until there is none. This is exact, and holds one number a row.
    /// </remarks>
    public static double Rate(EvaluatedTable real, EvaluatedTable synthetic)
    {
        var realGroups = new int[real.RowCount];
        var syntheticGroups = new int[synthetic.RowCount];
        foreach (var (original, made) in real.Columns.Zip(synthetic.Columns))
        {
            if (original is EvaluatedNumbers numbers) Split(realGroups, Rounded(numbers), syntheticGroups, Rounded((EvaluatedNumbers)made));
            else Split(realGroups, ((EvaluatedCategories)original).Codes, syntheticGroups, ((EvaluatedCategories)made).Codes);
        }
        return (double)syntheticGroups.Count(group => group != NoGroup) / synthetic.RowCount;
    }

    private static void Split<T>(int[] realGroups, T[] real, int[] syntheticGroups, T[] synthetic)
    {
        var groups = new Dictionary<(int, T), int>();
        for (var row = 0; row < real.Length; row++)
        {
            var key = (realGroups[row], real[row]);
            if (!groups.TryGetValue(key, out var group)) groups[key] = group = groups.Count;
            realGroups[row] = group;
        }
        for (var row = 0; row < synthetic.Length; row++)
            syntheticGroups[row] = groups.GetValueOrDefault((syntheticGroups[row], synthetic[row]), NoGroup);
    }

    private static double[] Rounded(EvaluatedNumbers column) => Array.ConvertAll(column.Values, value => Math.Round(value, Decimals));
}
