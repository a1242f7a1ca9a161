using System.Globalization;
using Gan.Tool.Benchmarks;
using Spectre.Console;

namespace Gan.Tool.Reporting;

/// <summary>
/// Trainings on benchmarks as a Markdown table: a row for each benchmark and preset, over the seeds the mean and, in brackets, the worst.
/// </summary>
internal sealed class BenchmarkTable
{
    private const string NotMeasured = "\u2013";

    private readonly Table _table = new Table().MarkdownBorder().AddColumns(
        "set", "preset", "all modes", "modes", "high quality, %", "reverse KL", "spread, least to greatest", "seconds", "rounds");

    /// <summary>One training in one line.</summary>
    public static string Line(IBenchmark benchmark, BenchmarkRun run) => run.Result is not { } result ? "diverged" : string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Modes} of {benchmark.Modes} modes, high quality {Show(result.HighQualityShare * 100, "F2")} %, reverse KL {result.ReverseKl:F4}, " +
        $"spread {Show(result.Spread, "F2")}, {run.Time.TotalSeconds:F1} s");

    public void Add(string set, string preset, IBenchmark benchmark, IReadOnlyCollection<BenchmarkRun> runs)
    {
        BenchmarkResult[] results = [.. runs.Select(run => run.Result).OfType<BenchmarkResult>()];
        if (results.Length < runs.Count)
        {
            _table.AddRow([set, preset, $"diverged in {runs.Count - results.Length} of {runs.Count}", .. Enumerable.Repeat(NotMeasured, 6)]);
            return;
        }
        var shares = results.Select(result => result.HighQualityShare).ToList();
        var spreads = results.Select(result => result.Spread).ToList();
        _table.AddRow(
            set, preset,
            $"{results.Count(result => result.Modes == benchmark.Modes)} of {runs.Count}",
            $"{Number(results.Average(result => result.Modes), "0.#")} ({results.Min(result => result.Modes)}) of {benchmark.Modes}",
            $"{Show(shares.Average() * 100, "F1")} ({Show(shares.Min() * 100, "F1")})",
            $"{Number(results.Average(result => result.ReverseKl), "F4")} ({Number(results.Max(result => result.ReverseKl), "F4")})",
            $"{Show(spreads.Average(), "F2")} ({Show(spreads.Min(), "F2")} to {Show(spreads.Max(), "F2")})",
            $"{Number(runs.Average(run => run.Time.TotalSeconds), "F1")} ({Number(runs.Max(run => run.Time.TotalSeconds), "F1")})",
            Number(runs.Average(run => run.Rounds), "N0"));
    }

    public void Write(IAnsiConsole console) => console.Write(_table);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Show(double? value, string format) => value is { } number ? Number(number, format) : NotMeasured;
}
