namespace Gan.Evaluation.Tables.Similarity;

/// <summary>How alike two columns of numbers are: 1 - sup |F_real - F_synthetic|, the complement of Kolmogorov and Smirnov's distance.</summary>
internal static class KolmogorovSmirnov
{
    /// <summary>1 for equal distributions, 0 for such as do not overlap; null when either column has no values.</summary>
    /// <param name="real">The real values without missing ones, in ascending order.</param>
    /// <param name="synthetic">The synthetic values, likewise.</param>
    public static double? Complement(ReadOnlySpan<double> real, ReadOnlySpan<double> synthetic)
    {
        if (real.IsEmpty || synthetic.IsEmpty) return null;
        var (i, j, distance) = (0, 0, 0.0);
        while (i < real.Length && j < synthetic.Length)
        {
            var value = Math.Min(real[i], synthetic[j]);
            while (i < real.Length && real[i] == value) i++;
            while (j < synthetic.Length && synthetic[j] == value) j++;
            distance = Math.Max(distance, Math.Abs((double)i / real.Length - (double)j / synthetic.Length));
        }
        return 1 - distance;                              // once either is at its end, the difference only shrinks
    }
}
