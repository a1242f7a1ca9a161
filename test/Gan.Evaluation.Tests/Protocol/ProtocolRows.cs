using Microsoft.ML;

namespace Gan.Evaluation.Tests.Protocol;

/// <summary>Rows of three numbers and two categories, real ones and such as imitate them, from a generator that any language can repeat.</summary>
internal static class ProtocolRows
{
    public static IDataView Real(MLContext mlContext) => mlContext.Data.LoadFromEnumerable(Rows(1, 6_000, isMade: false));

    public static IDataView Made(MLContext mlContext) => mlContext.Data.LoadFromEnumerable(Rows(2, 5_400, isMade: true));

    private static ProtocolRow[] Rows(long seed, int count, bool isMade)
    {
        var state = seed;
        return [.. Enumerable.Range(0, count).Select(_ => Row())];

        ProtocolRow Row()
        {
            var (a, b, c, d, e) = (Next(), Next(), Next(), Next(), Next());
            var x = isMade ? a * (0.6 * a + 0.4) : a;
            var y = a + b + (isMade ? c : d);
            var k = d < (isMade ? 0.45 : 0.5) ? "r" : d < 0.8 ? "g" : d < 0.97 || !isMade ? "b" : "n";
            return new(x, y, 100 * b * b * b + e, k, x + 0.4 * e + (k == "g" ? 0.3 : 0) > 0.8 ? "yes" : "no");
        }

        double Next() => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648.0;
    }

    private sealed record ProtocolRow(double X, double Y, double Z, string K, string T);
}
