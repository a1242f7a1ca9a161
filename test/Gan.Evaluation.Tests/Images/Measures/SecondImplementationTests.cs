using Gan.Evaluation.Images.Measures;
using MathNet.Numerics.LinearAlgebra;

namespace Gan.Evaluation.Tests.Images.Measures;

/// <summary>The measures again, as their papers write them, by other means.</summary>
[TestClass]
public sealed class SecondImplementationTests
{
    private const int K = 3;

    private static readonly float[][] Real = Clouds.Normal(60, 5, 11), Others = Clouds.Normal(50, 5, 12, 1.3, 0.4);

    [TestMethod]
    public void FrechetDistance_OfClouds_IsThatOfTheProductsEigenvalues()
    {
        var (real, others) = (Covariance(Real), Covariance(Others));
        var shared = (real * others).Evd().EigenValues.Sum(value => Math.Sqrt(value.Real));
        var shift = Enumerable.Range(0, 5).Sum(i => Math.Pow(Real.Average(row => (double)row[i]) - Others.Average(row => (double)row[i]), 2));

        Assert.AreEqual(shift + real.Trace() + others.Trace() - 2 * shared, new FrechetDistance(Real).To(Others), 1e-9);
    }

    [TestMethod]
    public void VendiScore_OfACloud_IsThatOfTheCosines()
    {
        var cosines = Matrix<double>.Build.Dense(Others.Length, Others.Length, (i, j) => Cosine(Others[i], Others[j]) / Others.Length);
        var eigenvalues = cosines.Evd().EigenValues.Select(value => value.Real).Where(value => value > 1e-12);

        Assert.AreEqual(Math.Exp(-eigenvalues.Sum(value => value * Math.Log(value))), VendiScore.Of(Others), 1e-5);
    }

    [TestMethod]
    public void Neighbourhoods_OfClouds_GiveWhatLoopsGive()
    {
        var radii = Real.Select(point => Real.Select(other => Distance(point, other)).Order().ElementAt(K)).ToArray();
        var inside = Others.Select(other => Real.Select((point, ball) => Distance(point, other) <= radii[ball]).ToArray()).ToArray();
        var balls = new Neighbourhoods(Real, K);

        Assert.AreEqual(inside.Average(row => row.Any(isIn => isIn) ? 1.0 : 0), PrecisionRecall.Precision(balls, Others), 1e-9);
        Assert.AreEqual(inside.Sum(row => row.Count(isIn => isIn)) / (double)(K * Others.Length), DensityCoverage.Density(balls, Others, K), 1e-9);
        Assert.AreEqual(
            Enumerable.Range(0, Real.Length).Average(ball => inside.Any(row => row[ball]) ? 1.0 : 0), DensityCoverage.Coverage(balls, Others), 1e-9);
    }

    [TestMethod]
    public void KernelDistance_OfClouds_IsTheSumOverAllPairs()
    {
        var within = new[] { Real, Others }.Sum(rows => rows.SelectMany((x, i) => rows.Where((_, j) => j != i).Select(y => Kernel(x, y))).Average());
        var across = Real.SelectMany(x => Others.Select(y => Kernel(x, y))).Average();

        Assert.AreEqual(within - 2 * across, KernelDistance.Estimate(Real, Others), 1e-5);
    }

    private static Matrix<double> Covariance(float[][] rows)
    {
        var means = Enumerable.Range(0, 5).Select(i => rows.Average(row => (double)row[i])).ToArray();
        return Matrix<double>.Build.Dense(5, 5, (i, j) => rows.Sum(row => (row[i] - means[i]) * (row[j] - means[j])) / (rows.Length - 1));
    }

    private static double Product(float[] x, float[] y) => x.Zip(y, (a, b) => (double)a * b).Sum();

    private static double Cosine(float[] x, float[] y) => Product(x, y) / Math.Sqrt(Product(x, x) * Product(y, y));

    private static double Distance(float[] x, float[] y) => Math.Sqrt(x.Zip(y, (a, b) => ((double)a - b) * ((double)a - b)).Sum());

    private static double Kernel(float[] x, float[] y) => Math.Pow(Product(x, y) / x.Length + 1, 3);
}
