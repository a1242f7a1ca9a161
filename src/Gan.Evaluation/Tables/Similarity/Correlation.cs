using System.Numerics.Tensors;

namespace Gan.Evaluation.Tables.Similarity;

/// <summary>Pearson's correlation of columns of numbers, over the rows in which neither is missing.</summary>
internal sealed class Correlation
{
    private readonly double[] _values;
    private readonly double[]? _standard;                // centred and of length 1: the correlation is then a product. Null if that can't be

    public Correlation(double[] values)
    {
        _values = values;
        IsWhole = !Array.Exists(values, double.IsNaN);
        if (IsWhole) _standard = Standardize(values);
    }

    private bool IsWhole { get; }

    /// <summary>The correlation of two columns; null when either does not vary.</summary>
    public static double? Between(Correlation first, Correlation second)
    {
        if (first.IsWhole && second.IsWhole) return Product(first._standard, second._standard);
        var (ofFirst, ofSecond) = (first._values, second._values);
        var rows = Enumerable.Range(0, ofFirst.Length).Where(row => !double.IsNaN(ofFirst[row]) && !double.IsNaN(ofSecond[row])).ToArray();
        return Product(Standardize(Array.ConvertAll(rows, row => ofFirst[row])), Standardize(Array.ConvertAll(rows, row => ofSecond[row])));
    }

    /// <summary>How alike the correlations of two pairs of columns are, 1 - |real - synthetic| / 2; null when the real one does not exist.</summary>
    /// <remarks>A synthetic column that does not vary is correlated with nothing: it counts as 0.</remarks>
    public static double? Similarity(double? real, double? synthetic) => real is null ? null : 1 - Math.Abs(real.Value - (synthetic ?? 0)) / 2;

    private static double? Product(double[]? first, double[]? second) =>
        first is null || second is null ? null : Math.Clamp(TensorPrimitives.Dot<double>(first, second), -1, 1);

    private static double[]? Standardize(double[] values)
    {
        if (values.Length < 2 || TensorPrimitives.Max<double>(values) == TensorPrimitives.Min<double>(values)) return null;
        var standard = Array.ConvertAll(values, Magnitude.Of(values).Down);
        var mean = TensorPrimitives.Sum<double>(standard) / values.Length;
        for (var row = 0; row < standard.Length; row++) standard[row] -= mean;
        var norm = TensorPrimitives.Norm<double>(standard);
        TensorPrimitives.Divide(standard, norm, standard);
        return standard;
    }
}
