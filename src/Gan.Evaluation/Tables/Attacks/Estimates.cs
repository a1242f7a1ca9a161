using Gan.Onnx;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Tables.Attacks;

/// <summary>Figures of samples with their intervals of 99 %.</summary>
internal static class Estimates
{
    /// <summary>The quantile of the normal distribution above which half a per cent lies.</summary>
    public const double Deviations = 2.5758;

    /// <summary>The AUC of scores, by DeLong et al. (1988): each row's share of others that it beats, ties counting half.</summary>
    public static TabularEstimate Auc(double[] members, double[] others)
    {
        var (ofMembers, ofOthers) = (Placements(members, others), Placements(others, members));
        var deviation = Math.Sqrt(Variance(ofMembers) / members.Length + Variance(ofOthers) / others.Length);
        return Around(ofMembers.Average(), deviation, Deviations, 0, 1);
    }

    /// <summary>A share of rows, by Wilson (1927).</summary>
    public static TabularEstimate Share(int count, int all)
    {
        var (share, square) = ((double)count / all, Deviations * Deviations / all);
        var middle = (share + square / 2) / (1 + square);
        var half = Deviations / (1 + square) * Math.Sqrt(share * (1 - share) / all + square / all / 4);
        return new(share, Math.Max(middle - half, 0), Math.Min(middle + half, 1));
    }

    /// <summary>The mean of one sample less that of another.</summary>
    /// <param name="first">A sample.</param>
    /// <param name="second">The other.</param>
    /// <param name="deviations">How many deviations the interval is to either side.</param>
    public static TabularEstimate Difference(double[] first, double[] second, double deviations = Deviations) => Around(
        first.Average() - second.Average(), Math.Sqrt(Variance(first) / first.Length + Variance(second) / second.Length), deviations, -1, 1);

    /// <summary>The mean of a sample.</summary>
    public static TabularEstimate Mean(double[] sample) => Around(sample.Average(), Math.Sqrt(Variance(sample) / sample.Length), Deviations, -1, 1);

    private static TabularEstimate Around(double value, double deviation, double deviations, double least, double greatest) =>
        new(value, Math.Max(value - deviations * deviation, least), Math.Min(value + deviations * deviation, greatest));

    private static double[] Placements(double[] scores, double[] others)
    {
        var sorted = others.Order().ToArray();
        return Array.ConvertAll(scores, score => SortedNumbers.RankOf(score, sorted));
    }

    private static double Variance(double[] sample)
    {
        var mean = sample.Average();
        return sample.Sum(value => (value - mean) * (value - mean)) / Math.Max(sample.Length - 1, 1);
    }
}
