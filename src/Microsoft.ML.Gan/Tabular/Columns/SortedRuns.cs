namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>The runs of equal values in a column that is sorted.</summary>
internal static class SortedRuns
{
    /// <param name="sorted">The values, ascending.</param>
    /// <returns>Of each value, in their order, where its rows start and how many there are.</returns>
    public static List<(int Start, int Count)> Of(double[] sorted)
    {
        var runs = new List<(int, int)>();
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start]) end++;
            runs.Add((start, end - start));
            start = end;
        }
        return runs;
    }
}
