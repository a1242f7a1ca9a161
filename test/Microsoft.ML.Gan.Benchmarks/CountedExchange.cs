using System.Diagnostics;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>An exchange that counts the bytes that a rank hands in, and the time until the sums are back.</summary>
internal sealed class CountedExchange(IGanExchange exchange) : IGanExchange
{
    public int Rank => exchange.Rank;

    public int Size => exchange.Size;

    public long Bytes { get; private set; }

    public TimeSpan Time { get; private set; }

    public void Sum(Span<float> values)
    {
        var start = Stopwatch.GetTimestamp();
        exchange.Sum(values);
        Time += Stopwatch.GetElapsedTime(start);
        Bytes += values.Length * sizeof(float);
    }
}
