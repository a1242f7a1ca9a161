using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace Gan.Evaluation.Images.Measures;

/// <summary>The mean of x xᵀ over vectors, from which covariances and spectra are had.</summary>
internal static class OuterProducts
{
    private const int ChunkRows = 1_024;

    /// <summary>(d, d): the mean of (x − c)(x − c)ᵀ.</summary>
    /// <param name="rows">The vectors x.</param>
    /// <param name="centre">What is subtracted from each.</param>
    /// <remarks>Cost: n d² / 2 products. Memory: d² and a chunk of rows.</remarks>
    public static Matrix<double> Mean(IReadOnlyList<float[]> rows, double[] centre)
    {
        var sums = new double[centre.Length, centre.Length];
        foreach (var chunk in rows.Chunk(ChunkRows))
        {
            var columns = Columns(chunk, centre);
            Parallel.For(0, columns.Length, i =>
            {
                for (var j = 0; j <= i; j++) sums[i, j] += TensorPrimitives.Dot<double>(columns[i], columns[j]);
            });
        }
        return Matrix<double>.Build.Dense(centre.Length, centre.Length, (i, j) => (i >= j ? sums[i, j] : sums[j, i]) / rows.Count);
    }

    private static double[][] Columns(float[][] rows, double[] centre) =>
        [.. Enumerable.Range(0, centre.Length).Select(column => Array.ConvertAll(rows, row => row[column] - centre[column]))];
}
