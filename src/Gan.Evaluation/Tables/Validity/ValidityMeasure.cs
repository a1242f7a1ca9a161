namespace Gan.Evaluation.Tables.Validity;

/// <summary>Whether synthetic cells are such as the real table could have.</summary>
internal static class ValidityMeasure
{
    /// <summary>The share of numbers below the least or above the greatest real one, over all cells of numeric columns.</summary>
    /// <returns>0 without such columns.</returns>
    public static double RangeViolation(EvaluatedTable real, EvaluatedTable synthetic) =>
        Mean(real.Numeric.Zip(synthetic.Numeric, OutOfRange), otherwise: 0);

    /// <summary>The share of cells whose category never occurs in the real column, over all cells of categorical columns.</summary>
    /// <returns>0 without such columns.</returns>
    public static double BadCategory(EvaluatedTable real, EvaluatedTable synthetic) =>
        Mean(real.Categorical.Zip(synthetic.Categorical, Unseen), otherwise: 0);

    /// <summary>The share of a real column's categories that occur in the synthetic one, mean over categorical columns.</summary>
    /// <returns>1 without such columns.</returns>
    public static double CategoryCoverage(EvaluatedTable real, EvaluatedTable synthetic) =>
        Mean(real.Categorical.Zip(synthetic.Categorical, Covered), otherwise: 1);

    /// <summary>The difference of the shares of missing cells, mean over all columns.</summary>
    public static double MissingRateGap(EvaluatedTable real, EvaluatedTable synthetic) =>
        Mean(real.Columns.Zip(synthetic.Columns, (original, made) => Math.Abs(original.MissingRate - made.MissingRate)), otherwise: 0);

    private static double OutOfRange(EvaluatedNumbers real, EvaluatedNumbers synthetic)
    {
        var (least, greatest) = (double.NaN, double.NaN);
        foreach (var value in real.Values)
        {
            least = double.MinNumber(least, value);
            greatest = double.MaxNumber(greatest, value);
        }
        return (double)synthetic.Values.Count(value => value < least || value > greatest) / synthetic.Values.Length;
    }

    private static double Unseen(EvaluatedCategories real, EvaluatedCategories synthetic)
    {
        var seen = real.Codes.ToHashSet();
        return (double)synthetic.Codes.Count(code => !seen.Contains(code)) / synthetic.Codes.Length;
    }

    private static double Covered(EvaluatedCategories real, EvaluatedCategories synthetic)
    {
        var wanted = real.Codes.ToHashSet();
        var count = wanted.Count;
        wanted.ExceptWith(synthetic.Codes);
        return (double)(count - wanted.Count) / count;
    }

    private static double Mean(IEnumerable<double> shares, double otherwise) => shares.DefaultIfEmpty(otherwise).Average();
}
