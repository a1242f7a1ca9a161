using MathNet.Numerics.LinearAlgebra;

namespace Gan.Evaluation.Images.Measures;

/// <summary>The squared Fréchet distance of the normal distributions that have the features' means and covariances (Heusel et al. 2017).</summary>
/// <remarks>|μ − μ'|² + tr(Σ + Σ' − 2 (Σ^½ Σ' Σ^½)^½), where Σ is of the real features, over n − 1.</remarks>
internal sealed class FrechetDistance
{
    private readonly (double[] Mean, Matrix<double> Covariance) _real;
    private readonly Matrix<double> _root;

    /// <param name="real">The features of the real images.</param>
    public FrechetDistance(IReadOnlyList<float[]> real)
    {
        _real = Moments(real);
        _root = Spectrum.Root(_real.Covariance);
    }

    /// <summary>The distance of other images' features.</summary>
    public double To(IReadOnlyList<float[]> others)
    {
        var (mean, covariance) = Moments(others);
        var product = _root * covariance * _root;
        var shared = Spectrum.Of((product + product.Transpose()) / 2).Sum(Math.Sqrt);
        var shift = mean.Zip(_real.Mean, (a, b) => (a - b) * (a - b)).Sum();
        return Math.Max(0, shift + _real.Covariance.Trace() + covariance.Trace() - 2 * shared);
    }

    private static (double[] Mean, Matrix<double> Covariance) Moments(IReadOnlyList<float[]> rows)
    {
        var mean = new double[rows[0].Length];
        foreach (var row in rows)
            for (var i = 0; i < mean.Length; i++) mean[i] += (double)row[i] / rows.Count;
        return (mean, OuterProducts.Mean(rows, mean) * rows.Count / (rows.Count - 1));
    }
}
