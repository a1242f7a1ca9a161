using System.Runtime.InteropServices;

namespace Gan.Evaluation.Tables.Similarity;

/// <summary>Two columns of codes, and how often each pair of codes occurs.</summary>
/// <remarks>The counts stand in a full table while that is small, else only pairs that occur have a place: memory is bounded by the rows.</remarks>
internal static class Contingency
{
    private const int FullCells = 1 << 16;

    /// <summary>How alike two pairs of columns are: <see cref="TotalVariation"/> over the pairs of codes.</summary>
    public static double? Similarity((Codes First, Codes Second) real, (Codes First, Codes Second) synthetic)
    {
        var (rows, columns) = (Math.Max(real.First.Count, synthetic.First.Count), Math.Max(real.Second.Count, synthetic.Second.Count));
        if ((long)rows * columns <= FullCells) return TotalVariation.Complement(Full(real, rows, columns), Full(synthetic, rows, columns));

        var places = new Dictionary<long, int>();
        var realCounts = Sparse(real, columns, places);
        var syntheticCounts = Sparse(synthetic, columns, places);
        CollectionsMarshal.SetCount(realCounts, syntheticCounts.Count);
        return TotalVariation.Complement(CollectionsMarshal.AsSpan(realCounts), CollectionsMarshal.AsSpan(syntheticCounts));
    }

    /// <summary>Cramér's V, without correction: 0 for independent columns, 1 when one decides the other; null when either has fewer than two codes.</summary>
    /// <remarks>V² = (Σ n_ab² / (n_a n_b) - 1) / (min(rows, columns) - 1), over the codes that occur (Cramér 1946).</remarks>
    public static double? CramersV(Codes first, Codes second)
    {
        var (ofFirst, ofSecond) = (TotalVariation.Counts(first.Cells, first.Count), TotalVariation.Counts(second.Cells, second.Count));
        var least = Math.Min(ofFirst.Count(count => count > 0), ofSecond.Count(count => count > 0));
        if (least < 2) return null;
        var places = new Dictionary<long, int>();
        var counts = Sparse((first, second), second.Count, places);
        var sum = places.Sum(cell => Math.Pow(counts[cell.Value], 2) / ((double)ofFirst[cell.Key / second.Count] * ofSecond[cell.Key % second.Count]));
        return Math.Sqrt(Math.Max(sum - 1, 0) / (least - 1));
    }

    private static int[] Full((Codes First, Codes Second) pair, int rows, int columns)
    {
        var counts = new int[rows * columns];
        var (first, second) = (pair.First.Cells, pair.Second.Cells);
        for (var row = 0; row < first.Length; row++) counts[first[row] * columns + second[row]]++;
        return counts;
    }

    private static List<int> Sparse((Codes First, Codes Second) pair, int columns, Dictionary<long, int> places)
    {
        var counts = new List<int>();
        CollectionsMarshal.SetCount(counts, places.Count);
        for (var row = 0; row < pair.First.Cells.Length; row++)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, (long)pair.First.Cells[row] * columns + pair.Second.Cells[row], out var exists);
            if (!exists)
            {
                place = counts.Count;
                counts.Add(0);
            }
            counts[place]++;
        }
        return counts;
    }
}
