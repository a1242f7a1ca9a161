namespace Gan.Evaluation.Tables.Similarity;

/// <summary>The mean over pairs of columns of how alike they go together in both tables, with numbers cut into ten equally wide bins.</summary>
/// <remarks>
/// Two columns of numbers are compared by their correlation, which needs no bins; others by the total variation of their pairs of codes.
/// With each table's own edges it is "Column Pair Trends" of SDMetrics: one outlying number there moves all bins of its table.
/// </remarks>
internal static class EqualBinTrends
{
    /// <summary>The mean; null when no two columns can be compared.</summary>
    /// <param name="real">The real table.</param>
    /// <param name="synthetic">The synthetic one.</param>
    /// <param name="hasOwnEdges">Whether each table is cut between its own ends, or both between the real one's.</param>
    public static double? Mean(EvaluatedTable real, EvaluatedTable synthetic, bool hasOwnEdges)
    {
        var (originals, made) = (Columns(real, real), Columns(synthetic, hasOwnEdges ? synthetic : real));
        return Pairs(originals.Length).Average(pair => Trend((originals[pair.First], originals[pair.Second]), (made[pair.First], made[pair.Second])));
    }

    private static double? Trend((Column First, Column Second) real, (Column First, Column Second) synthetic) =>
        real.First.Correlation is { } first && real.Second.Correlation is { } second
            ? Correlation.Similarity(
                Correlation.Between(first, second), Correlation.Between(synthetic.First.Correlation!, synthetic.Second.Correlation!))
            : Contingency.Similarity((real.First.Codes, real.Second.Codes), (synthetic.First.Codes, synthetic.Second.Codes));

    private static Column[] Columns(EvaluatedTable table, EvaluatedTable cut) => [.. table.Columns.Zip(cut.Columns, (column, edges) => column switch
    {
        EvaluatedNumbers numbers => new Column(new EqualBins((EvaluatedNumbers)edges).Code(numbers.Values), new Correlation(numbers.Values)),
        _ => new Column(new Codes(((EvaluatedCategories)column).Codes, ((EvaluatedCategories)column).Categories.Count), null),
    })];

    private static IEnumerable<(int First, int Second)> Pairs(int count)
    {
        for (var first = 0; first < count; first++)
            for (var second = first + 1; second < count; second++) yield return (first, second);
    }

    private sealed record Column(Codes Codes, Correlation? Correlation);
}
