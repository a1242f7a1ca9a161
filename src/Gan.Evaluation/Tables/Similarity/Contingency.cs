using System.Runtime.InteropServices;

namespace Gan.Evaluation.Tables.Similarity;

/// <summary>Two columns of codes, and how often each pair of codes occurs.</summary>
/// <remarks>The counts stand in a full table while that is small, else only pairs that occur have one: memory is bounded by the rows.</remarks>
internal static class Contingency
{
    private const int FullCells = 1 << 16;

    /// <summary>How alike two pairs of columns are: <see cref="TotalVariation"/> over the pairs of codes.</summary>
    public static double? Similarity((Codes First, Codes Second) real, (Codes First, Codes Second) synthetic)
    {
        var (rows, columns) = (Math.Max(real.First.Count, synthetic.First.Count), Math.Max(real.Second.Count, synthetic.Second.Count));
        if ((long)rows * columns <= FullCells) return TotalVariation.Complement(Full(real, rows, columns), Full(synthetic, rows, columns));

        var positions = new Dictionary<long, int>();
        var realCounts = Sparse(real, columns, positions);
        var syntheticCounts = Sparse(synthetic, columns, positions);
        CollectionsMarshal.SetCount(realCounts, syntheticCounts.Count);
        return TotalVariation.Complement(CollectionsMarshal.AsSpan(realCounts), CollectionsMarshal.AsSpan(syntheticCounts));
    }

    /// <summary>Cramér's V, without correction; null when either column has fewer than two codes.</summary>
    /// <remarks>
    /// V² = (Σ n_ab² / (n_a n_b) - 1) / (min(rows, columns) - 1), over the codes that occur (Cramér 1946).
    /// It is 0 for independent columns, and 1 when one decides the other.
    /// </remarks>
    public static double? CramersV(Codes first, Codes second)
    {
        var (ofFirst, ofSecond) = (TotalVariation.Counts(first.Cells, first.Count), TotalVariation.Counts(second.Cells, second.Count));
        var least = Math.Min(ofFirst.Count(count => count > 0), ofSecond.Count(count => count > 0));
        if (least < 2) return null;
        var positions = new Dictionary<long, int>();
        var counts = Sparse((first, second), second.Count, positions);
        var sum = positions.Sum(cell => Math.Pow(counts[cell.Value], 2) / Expected(cell.Key));
        return Math.Sqrt(Math.Max(sum - 1, 0) / (least - 1));

        double Expected(long pair) => (double)ofFirst[pair / second.Count] * ofSecond[pair % second.Count];
    }

    private static int[] Full((Codes First, Codes Second) pair, int rows, int columns)
    {
        var counts = new int[rows * columns];
        var (first, second) = (pair.First.Cells, pair.Second.Cells);
        for (var row = 0; row < first.Length; row++) counts[first[row] * columns + second[row]]++;
        return counts;
    }

    private static List<int> Sparse((Codes First, Codes Second) pair, int columns, Dictionary<long, int> positions)
    {
        var counts = new List<int>();
        CollectionsMarshal.SetCount(counts, positions.Count);
        for (var row = 0; row < pair.First.Cells.Length; row++)
        {
            var codes = (long)pair.First.Cells[row] * columns + pair.Second.Cells[row];
            ref var position = ref CollectionsMarshal.GetValueRefOrAddDefault(positions, codes, out var exists);
            if (!exists)
            {
                position = counts.Count;
                counts.Add(0);
            }
            counts[position]++;
        }
        return counts;
    }
}
