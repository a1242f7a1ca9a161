namespace Gan.Tool.Evaluation;

/// <summary>How far the samples' shares of the modes are from the true ones.</summary>
internal static class ReverseKullbackLeibler
{
    /// <summary>KL(q, p) = Σ q log(q / p) over modes, q being the samples' shares: infinite if there are no samples.</summary>
    /// <param name="modes">The number of samples, and the true share p, of each mode that has samples.</param>
    public static double Of(IEnumerable<(int Samples, double Share)> modes)
    {
        var counted = modes.ToList();
        double total = counted.Sum(mode => mode.Samples);
        return total == 0 ? double.PositiveInfinity : counted.Sum(mode => mode.Samples / total * Math.Log(mode.Samples / total / mode.Share));
    }
}
