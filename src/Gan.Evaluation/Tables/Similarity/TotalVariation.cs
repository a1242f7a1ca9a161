namespace Gan.Evaluation.Tables.Similarity;

/// <summary>How alike two columns of categories are: 1 - ½ Σ |p_real - p_synthetic|, the complement of the total variation distance.</summary>
internal static class TotalVariation
{
    /// <summary>1 for equal shares, 0 when no category is in both; null when either column is empty.</summary>
    /// <param name="real">How often each category occurs in the real column.</param>
    /// <param name="synthetic">How often each occurs in the synthetic one; as long.</param>
    public static double? Complement(ReadOnlySpan<int> real, ReadOnlySpan<int> synthetic)
    {
        var (realTotal, syntheticTotal) = (Total(real), Total(synthetic));
        if (realTotal == 0 || syntheticTotal == 0) return null;
        var difference = 0.0;
        for (var category = 0; category < real.Length; category++)
            difference += Math.Abs(real[category] / realTotal - synthetic[category] / syntheticTotal);
        return 1 - difference / 2;
    }

    /// <summary>How often each code occurs.</summary>
    public static int[] Counts(ReadOnlySpan<int> codes, int count)
    {
        var counts = new int[count];
        foreach (var code in codes) counts[code]++;
        return counts;
    }

    private static double Total(ReadOnlySpan<int> counts)
    {
        long total = 0;
        foreach (var count in counts) total += count;
        return total;
    }
}
