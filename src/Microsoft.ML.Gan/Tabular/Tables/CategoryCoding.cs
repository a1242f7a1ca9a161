namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Gives the different values of a column their codes.</summary>
internal static class CategoryCoding
{
    /// <summary>Codes in the order of the values, the commonest first and equals in the order of their first rows.</summary>
    /// <param name="values">The value of each row.</param>
    /// <param name="isMissing">Which of them are none.</param>
    /// <param name="countOf">How many rows of a larger table have a value that so many of these have; null where these are all.</param>
    /// <returns>The code of each row, and by code the value and the rows that have it.</returns>
    public static (int[] Codes, IReadOnlyList<(T Value, int Count)> Categories) Of<T>(
        IReadOnlyList<T> values, Func<T, bool> isMissing, Func<T, int, int>? countOf = null)
        where T : notnull
    {
        var places = new Dictionary<T, int>();
        var found = new List<(T Value, int Count)>();
        var codes = new int[values.Count];
        for (var row = 0; row < codes.Length; row++)
        {
            if (isMissing(values[row]))
            {
                codes[row] = CategoryColumn.Missing;
                continue;
            }
            if (!places.TryGetValue(values[row], out var place))
            {
                places.Add(values[row], place = places.Count);
                found.Add((values[row], 0));
            }
            found[place] = found[place] with { Count = found[place].Count + 1 };
            codes[row] = place;
        }
        if (countOf is not null) found = found.ConvertAll(one => (one.Value, countOf(one.Value, one.Count)));
        int[] order = [.. Enumerable.Range(0, found.Count).OrderByDescending(place => found[place].Count)];
        var codeOf = new int[order.Length];
        foreach (var (code, place) in order.Index()) codeOf[place] = code;
        return (
            Array.ConvertAll(codes, place => place == CategoryColumn.Missing ? CategoryColumn.Missing : codeOf[place]),
            [.. order.Select(place => found[place])]);
    }
}
