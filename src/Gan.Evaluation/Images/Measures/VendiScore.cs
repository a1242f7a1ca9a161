using System.Numerics.Tensors;

namespace Gan.Evaluation.Images.Measures;

/// <summary>The Vendi score (Friedman and Dieng 2023): how many quite unlike images there are, in effect.</summary>
/// <remarks>
/// exp(−Σ λ log λ) over the eigenvalues of K / n, where K has the cosines between features: n for orthogonal ones, 1 for equal ones. Its
/// eigenvalues are those of the mean of x xᵀ over features of length 1. Features that are all 0 are like each other and unlike the rest.
/// </remarks>
internal static class VendiScore
{
    public static double Of(IReadOnlyList<float[]> rows)
    {
        var units = rows.Select(Unit).ToArray();
        var zeros = (double)units.Count(unit => unit.All(value => value == 0)) / rows.Count;
        var shares = Spectrum.Of(OuterProducts.Mean(units, new double[rows[0].Length])).Append(zeros);
        return Math.Exp(-shares.Where(share => share > 0).Sum(share => share * Math.Log(share)));
    }

    private static float[] Unit(float[] row)
    {
        var length = TensorPrimitives.Norm<float>(row);
        return length == 0 ? row : Array.ConvertAll(row, value => value / length);
    }
}
