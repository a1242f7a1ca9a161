namespace Gan.Evaluation.Tables;

/// <summary>The mean, the standard deviation and the median of a real column of numbers, missing ones left out.</summary>
internal readonly record struct Standardization(double Mean, double Deviation, double Median)
{
    public static Standardization Of(EvaluatedNumbers column)
    {
        var sorted = column.Sorted();
        if (sorted.Length == 0) return new Standardization(0, 1, 0);
        var mean = sorted.Average();
        var deviation = Math.Sqrt(sorted.Sum(value => (value - mean) * (value - mean)) / Math.Max(sorted.Length - 1, 1));
        return new Standardization(mean, deviation > 0 ? deviation : 1, (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2);
    }

    /// <summary>A value with mean 0 and deviation 1; a missing one stands at the median.</summary>
    public double Standardize(double value) => ((double.IsNaN(value) ? Median : value) - Mean) / Deviation;
}
