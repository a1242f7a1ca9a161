using System.Globalization;
using System.Text.RegularExpressions;

namespace Gan.Tool.Commands;

/// <summary>Sizes of memory as people write them: 4GB is four thousand million bytes, 4GiB is four times 1024³.</summary>
internal static partial class ByteSize
{
    private const string Prefixes = "KMGT";

    /// <summary>The bytes; null if it is no size above 0.</summary>
    public static long? Parse(string text)
    {
        if (Size().Match(text) is not { Success: true } match) return null;
        var number = double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var power = match.Groups["prefix"] is { Length: 1 } prefix ? 1 + Prefixes.IndexOf(prefix.Value, StringComparison.OrdinalIgnoreCase) : 0;
        var bytes = number * Math.Pow(match.Groups["binary"].Length > 0 ? 1024 : 1000, power);
        return bytes is >= 1 and < long.MaxValue ? (long)bytes : null;
    }

    [GeneratedRegex(@"^(?<number>[0-9]+(\.[0-9]+)?) ?((?<prefix>[KMGT])(?<binary>i)?)?B?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Size();
}
