using System.CommandLine;
using Gan.Tool.Benchmarks;
using Gan.Tool.Data;
using Gan.Tool.Options;
using Gan.Tool.Reporting;
using Microsoft.ML.Gan;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary><c>benchmark</c>: presets on problems whose truth is known.</summary>
internal static class BenchmarkCommand
{
    private const int DefaultSeeds = 3;

    public static Command Create(ProgramContext context)
    {
        var sets = OptionKinds.Several("--set", "What to train on.", BenchmarkSets.Names, [.. Toys.All.Keys]);
        var presets = OptionKinds.Several("--preset", "The settings to train with.", [.. GanPresets.All.Keys], "default");
        var seeds = OptionKinds.Number("--seeds", "Trainings of each, with seeds that follow one another.", least: 1, otherwise: DefaultSeeds);
        var seed = CommandLineOptions.Seed();
        var rounds = OptionKinds.Number("--rounds", "Rounds to train; 0: as many as the settings say.", least: 0, otherwise: 0);
        var seconds = OptionKinds.Number("--seconds", "Seconds after which a training is stopped; 0: never.", least: 0, otherwise: 0);
        var device = OptionKinds.Choice("--device", "Where to train.", TrainingDevice.Auto);
        var command = new Command("benchmark", "Train on problems whose truth is known, and print what was found of it as a Markdown table.")
        {
            sets, presets, seeds, seed, rounds, seconds, device,
        };
        command.SetAction(parsed =>
        {
            var options = new BenchmarkOptions(parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(device));
            var table = new BenchmarkTable();
            foreach (var set in parsed.GetRequiredValue(sets))
            {
                var benchmark = BenchmarkSets.Create(set);
                if (benchmark is StackedDigitsBenchmark digits)
                    context.Console.WriteLine($"The judge of digits gets {digits.JudgeAccuracy:P1} of held-out real ones right.");
                foreach (var preset in parsed.GetRequiredValue(presets))
                {
                    var runs = Enumerable.Range(parsed.GetValue(seed), parsed.GetValue(seeds))
                        .Select(number => Train(context, set, benchmark, preset, number, options))
                        .TakeWhile(run => run is not null).OfType<BenchmarkRun>().ToList();
                    if (runs.Count > 0) table.Add(set, preset, benchmark, runs);
                    if (context.CancellationToken.IsCancellationRequested) break;
                }
                if (context.CancellationToken.IsCancellationRequested) break;
            }
            table.Write(context.Console);
            return context.CancellationToken.IsCancellationRequested ? ExitCode.Stopped : ExitCode.Done;
        });
        return command;
    }

    /// <summary>One training; null if the program was stopped in it.</summary>
    private static BenchmarkRun? Train(ProgramContext context, string set, IBenchmark benchmark, string preset, int seed, BenchmarkOptions options)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        if (options.Seconds > 0) stop.CancelAfter(TimeSpan.FromSeconds(options.Seconds));
        context.Console.WriteLine($"{set}, {preset}, seed {seed}:");
        if (context.CancellationToken.IsCancellationRequested) return null;
        var run = TrainingDisplay.Run(
            context.Console,
            progress => BenchmarkRun.Train(benchmark, options.Of(GanPresets.All[preset], seed, progress, stop.Token)), shareBetweenLines: 1);
        if (context.CancellationToken.IsCancellationRequested) return null;
        context.Console.WriteLine($"  {BenchmarkTable.Line(benchmark, run)}");
        return run;
    }
}
