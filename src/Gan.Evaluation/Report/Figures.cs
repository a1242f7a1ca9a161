using System.Globalization;

namespace Gan.Evaluation.Report;

/// <summary>Numbers as the page has them.</summary>
internal static class Figures
{
    public const string NotMeasured = "not measured";

    /// <summary>A score, with three decimals, if it was measured; -0.0001 is 0.</summary>
    public static string Score(double? score) => score?.ToString("0.000;-0.000;0.000", CultureInfo.InvariantCulture) ?? NotMeasured;

    /// <summary>A distance, if it was measured: three decimals, or two digits of small ones.</summary>
    public static string Small(double? distance) => distance is { } value && Math.Abs(value) is < 0.1 and > 0
        ? value.ToString("G2", CultureInfo.InvariantCulture)
        : Score(distance);

    /// <summary>A share in per cent: 0 and 100 are none and all.</summary>
    public static string Share(double share) =>
        (share < 1 ? Math.Min(100 * share, 99.9) : 100).ToString(share is > 0 and < 0.001 ? "G1" : "0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>A count, in groups of three digits.</summary>
    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
