namespace Gan.Evaluation.Tables.Attacks;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    /// <summary>The value below which a share is: Hastings' rational approximation, within 0.0005 (Abramowitz and Stegun 1964, 26.2.23).</summary>
    /// <param name="share">From ½ to below 1.</param>
    public static double Quantile(double share)
    {
        var t = Math.Sqrt(-2 * Math.Log(1 - share));
        return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    }
}
