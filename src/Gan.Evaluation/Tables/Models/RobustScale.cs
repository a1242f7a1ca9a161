namespace Gan.Evaluation.Tables.Models;

/// <summary>A column's median and the distance of its quartiles, 1 if they are equal; missing numbers stand at the mean.</summary>
internal readonly record struct RobustScale(Magnitude Magnitude, double Median, double Width, double Mean)
{
    private const double Most = 1e15;

    public static RobustScale Of(EvaluatedNumbers column)
    {
        var magnitude = Magnitude.OfExtreme(column.Values);
        var sorted = Array.ConvertAll(column.Sorted(), magnitude.Down);
        if (sorted.Length == 0) return new RobustScale(magnitude, 0, 1, 0);
        var width = Quantile.Of(sorted, 0.75) - Quantile.Of(sorted, 0.25);
        return new RobustScale(magnitude, Quantile.Of(sorted, 0.5), width > 0 ? width : 1, sorted.Average());
    }

    public float Scale(double value) => (float)Math.Clamp(((double.IsNaN(value) ? Mean : Magnitude.Down(value)) - Median) / Width, -Most, Most);
}
