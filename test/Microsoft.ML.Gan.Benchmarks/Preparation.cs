using System.Diagnostics;
using System.Globalization;
using Microsoft.ML.Gan.Tabular;
using TorchSharp;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>What it takes to prepare a table: its schema, and its rows as the networks have them.</summary>
/// <remarks>Times are the processors', as other programs may run.</remarks>
internal static class Preparation
{
    public const string Summary = "tables: the time and the memory to prepare 10,000 to 10,000,000 rows, all in memory and as a sample";

    private const string Child = "GAN_PREPARATION";
    private const long Unlimited = 1L << 40, Limited = 500_000_000;

    public static void Run(int repetitions)
    {
        if (Environment.GetEnvironmentVariable(Child) is not { } task) Compare(repetitions);
        else RunOne([.. task.Split(' ').Select(text => long.Parse(text, CultureInfo.InvariantCulture))]);
    }

    private static void Compare(int repetitions)
    {
        var table = new MarkdownTable(
            "rows", "MemoryLimit", "rows trained on", "processor seconds", "of a million rows", "resident MB: before", "most, prepared",
            "most, ready to train");
        foreach (var (limit, name) in new[] { (Unlimited, "none"), (Limited, "500 MB") })
        {
            foreach (var rows in new[] { 10_000L, 100_000, 1_000_000, 10_000_000 })
            {
                var runs = Enumerable.Range(0, repetitions).Select(_ => Start(rows, limit)).ToList();
                var best = runs.MinBy(run => run.Seconds)!;
                table.Add(
                    $"{rows:N0}", name, $"{best.Trained:N0}", $"{best.Seconds:F2}", $"{best.Seconds / rows * 1e6:F2}", $"{best.Before:F0}",
                    $"{best.Prepared:F0}", $"{best.Ready:F0}");
            }
        }
        table.Print();
    }

    private static Measured Start(long rows, long limit)
    {
        using var process = ChildProcess.Start("preparation", Child, $"{rows} {limit}");
        var numbers = process.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        process.WaitForExit();
        Console.Error.WriteLine($"{rows:N0} {limit}: {string.Join(' ', numbers)}; load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
        return new(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    private static void RunOne(long[] task)
    {
        var options = new TabularGanTrainer.Options { MemoryLimit = task[1], Device = TrainingDevice.Cpu };
        using (Prepared(options, rows: 2_000)) { }                    // what a process needs once
        var before = Peak();
        var start = Environment.CpuUsage.TotalTime;
        var rows = TabularFit.Read(options, new MadeTable(task[0]), before: null).Rows;
        var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        var prepared = Peak();
        using (new TabularFit(options, rows, before: null, torch.CPU))
            Console.WriteLine(FormattableString.Invariant($"{seconds} {rows.Count} {before} {prepared} {Peak()}"));
    }

    private static TabularFit Prepared(TabularGanTrainer.Options options, long rows) =>
        new(options, TabularFit.Read(options, new MadeTable(rows), before: null).Rows, before: null, torch.CPU);

    /// <summary>The most memory that was resident, in MB.</summary>
    private static double Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }

    private sealed record Measured(double Seconds, double Trained, double Before, double Prepared, double Ready);
}
