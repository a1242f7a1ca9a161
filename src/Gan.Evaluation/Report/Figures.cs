using System.Globalization;
using Gan.Evaluation.Tables;

namespace Gan.Evaluation.Report;

/// <summary>Numbers as the page has them.</summary>
internal static class Figures
{
    /// <summary>A score, with three decimals; a dash if it was not measured.</summary>
    public static string Score(double? score) => score?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A share in per cent.</summary>
    public static string Share(double share) => (100 * share).ToString(share is > 0 and < 0.001 ? "G1" : "0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>A count, in groups of three digits.</summary>
    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A value of a column, by what its numbers stand for.</summary>
    public static string Value(double value, NumericKind kind) => kind switch
    {
        NumericKind.DateTime => new DateTime(Math.Min((long)value, DateTime.MaxValue.Ticks)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        NumericKind.TimeSpan => TimeSpan.FromTicks((long)value).ToString("g", CultureInfo.InvariantCulture),
        _ => value.ToString(Math.Abs(value) is >= 1e5 and < 1e12 ? "N0" : "G5", CultureInfo.InvariantCulture),
    };
}
