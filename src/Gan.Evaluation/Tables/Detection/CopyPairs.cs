namespace Gan.Evaluation.Tables.Detection;

/// <summary>Brings synthetic rows and the real rows that they equal together.</summary>
internal static class CopyPairs
{
    /// <summary>The real rows in an order in which a row stands where a synthetic row equals it, each at most once.</summary>
    /// <remarks>
    /// Real rows a, b, c beside synthetic rows x, a, a become b, a, c: one of two copies finds its row, and the other rows keep their order.
    /// So a table of few different rows is not torn apart: of its many equal rows some stand in every fold.
    /// </remarks>
    /// <param name="real">Real rows.</param>
    /// <param name="synthetic">As many synthetic rows.</param>
    public static EvaluatedTable Align(EvaluatedTable real, EvaluatedTable synthetic)
    {
        var (groups, others) = EqualRows.Groups(real, synthetic);
        var originals = Enumerable.Range(0, groups.Length).GroupBy(row => groups[row])
            .ToDictionary(group => group.Key, group => new Queue<int>(group));
        var order = Array.ConvertAll(others, group => originals.TryGetValue(group, out var rows) && rows.TryDequeue(out var row) ? row : -1);
        var left = new Queue<int>(Enumerable.Range(0, groups.Length).Except(order));
        return real.At(Array.ConvertAll(order, row => row < 0 ? left.Dequeue() : row));
    }
}
