using MathNet.Numerics.LinearAlgebra;

namespace Gan.Evaluation.Images.Measures;

/// <summary>Eigenvalues of symmetric matrices that have no negative ones but for rounding.</summary>
internal static class Spectrum
{
    /// <summary>The eigenvalues, negative ones as 0.</summary>
    public static double[] Of(Matrix<double> matrix) => Values(matrix.Evd(Symmetricity.Symmetric).EigenValues);

    /// <summary>The symmetric square root.</summary>
    public static Matrix<double> Root(Matrix<double> matrix)
    {
        var decomposition = matrix.Evd(Symmetricity.Symmetric);                        // V diag(λ) Vᵀ
        var fourthRoots = Array.ConvertAll(Values(decomposition.EigenValues), value => Math.Sqrt(Math.Sqrt(value)));
        var scaled = decomposition.EigenVectors.MapIndexed((_, column, value) => value * fourthRoots[column]);
        return scaled.TransposeAndMultiply(scaled);
    }

    private static double[] Values(Vector<System.Numerics.Complex> eigenvalues) => [.. eigenvalues.Select(value => Math.Max(0, value.Real))];
}
