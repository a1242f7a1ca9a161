namespace Gan.Onnx;

/// <summary>A coarse histogram of a column of numbers or dates over the training rows.</summary>
/// <param name="Least">Where the first bin begins, as a number of the column's tensor: ticks of a date. Smaller numbers count to that bin.</param>
/// <param name="Greatest">Where the last bin ends; greater numbers count to that bin.</param>
/// <param name="Shares">The share of the training rows in each of the bins, which are of equal width; 0 for fewer than five rows.</param>
internal sealed record TabularHistogram(double Least, double Greatest, IReadOnlyList<double> Shares)
{
    private const int MostBins = 100;

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<string> Problems()
    {
        if (!double.IsFinite(Least) || !double.IsFinite(Greatest) || Least > Greatest) yield return $"a histogram from {Least} to {Greatest}";
        if (Shares.Count is 0 or > MostBins) yield return $"a histogram of {Shares.Count} bins";
        foreach (var share in Shares.Where(share => !(share is >= 0 and <= 1)).Take(1)) yield return $"a histogram with the share {share}";
    }
}
