using Gan.Tool.Data;

namespace Gan.Tool.Benchmarks;

/// <summary>The benchmarks by name.</summary>
internal static class BenchmarkSets
{
    public const string StackedDigits = "stacked-digits";

    public static IReadOnlyList<string> Names { get; } = [.. Toys.All.Keys, StackedDigits];

    public static IBenchmark Create(string name) => name == StackedDigits ? new StackedDigitsBenchmark() : new MixtureBenchmark(Toys.All[name]);
}
