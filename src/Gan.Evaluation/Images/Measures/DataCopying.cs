namespace Gan.Evaluation.Images.Measures;

/// <summary>C_T, a test for data-copying (Meehan, Chaudhuri and Dasgupta 2020).</summary>
/// <remarks>
/// In each cell of the training images, Z is the Mann–Whitney test's standard score of generated against held-out images, by the distance
/// to the nearest training image: well below 0 where generated ones are nearer. C_T is their mean, weighted by the cells' training images.
/// </remarks>
internal static class DataCopying
{
    private const int LeastInCell = 10;

    /// <summary>C_T; null if no cell has 10 images of both.</summary>
    /// <param name="cells">The cell of each training image.</param>
    /// <param name="generated">For each generated image, the nearest training image.</param>
    /// <param name="heldOut">The same for each held-out image.</param>
    public static double? Score(
        int[] cells, IReadOnlyList<(float Distance, int Position)> generated, IReadOnlyList<(float Distance, int Position)> heldOut)
    {
        var ofGenerated = generated.ToLookup(nearest => cells[nearest.Position], nearest => nearest.Distance);
        var ofHeldOut = heldOut.ToLookup(nearest => cells[nearest.Position], nearest => nearest.Distance);
        var tested = cells.CountBy(cell => cell)
            .Where(cell => ofGenerated[cell.Key].Count() >= LeastInCell && ofHeldOut[cell.Key].Count() >= LeastInCell).ToArray();
        if (tested.Length == 0) return null;
        return tested.Sum(cell => cell.Value * StandardScore([.. ofGenerated[cell.Key]], [.. ofHeldOut[cell.Key]])) /
            tested.Sum(cell => cell.Value);
    }

    /// <summary>(U − n m / 2) / √(n m (n + m + 1) / 12), where U counts the pairs whose first is greater, equal ones as half.</summary>
    public static double StandardScore(float[] first, float[] second)
    {
        var (n, m) = ((double)first.Length, (double)second.Length);
        var greater = first.Sum(x => second.Sum(y => x > y ? 1 : x == y ? 0.5 : 0));
        return (greater - n * m / 2) / Math.Sqrt(n * m * (n + m + 1) / 12);
    }
}
