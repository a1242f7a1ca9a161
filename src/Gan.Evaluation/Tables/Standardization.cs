namespace Gan.Evaluation.Tables;

/// <summary>The mean, deviation and median of a real column of numbers, missing ones left out, as parts of their magnitude.</summary>
internal readonly record struct Standardization(Magnitude Magnitude, double Mean, double Deviation, double Median)
{
    private const double Most = 1e15;                     // its square is a single-precision number, too

    public static Standardization Of(EvaluatedNumbers column)
    {
        var magnitude = Magnitude.Of(column.Values);
        var sorted = Array.ConvertAll(column.Sorted(), magnitude.Down);
        if (sorted.Length == 0) return new Standardization(magnitude, 0, 1, 0);
        var mean = sorted.Average();
        var deviation = Math.Sqrt(sorted.Sum(value => (value - mean) * (value - mean)) / Math.Max(sorted.Length - 1, 1));
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return new Standardization(magnitude, mean, sorted[^1] > sorted[0] ? deviation : magnitude.Down(1), median);
    }

    /// <summary>A value with mean 0 and deviation 1; a missing one stands at the median.</summary>
    public float Standardize(double value) =>
        (float)Math.Clamp(((double.IsNaN(value) ? Median : Magnitude.Down(value)) - Mean) / Deviation, -Most, Most);
}
