namespace Gan.Onnx;

/// <summary>Where a number is among others in ascending order.</summary>
internal static class SortedNumbers
{
    /// <summary>How many are below a number, or equal to it.</summary>
    public static int Below(double[] sorted, double number, bool withEqual)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (sorted[middle] < number || (withEqual && sorted[middle] == number)) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    /// <summary>The share of them that is below a number; those that are equal count half.</summary>
    public static double RankOf(double number, double[] sorted) =>
        (Below(sorted, number, withEqual: false) + Below(sorted, number, withEqual: true)) / (2.0 * sorted.Length);
}
