namespace Gan.Evaluation.Tables.Attacks;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    /// <summary>The value below which a share is.</summary>
    /// <param name="share">From above 0 to below 1.</param>
    public static double Quantile(double share) => MathNet.Numerics.Distributions.Normal.InvCDF(mean: 0, stddev: 1, share);
}
