using System.Diagnostics;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>Fits that are killed again and again at random instants, and go on from their checkpoints: the file must be that of one go.</summary>
internal static class Kills
{
    public const string Summary = "kill -9 at ten random instants of a fit, for each repetition: are the files those of one go?";

    private const string Child = "GAN_KILLED_FIT";
    private const int KillsPerFit = 10;

    private static readonly Dictionary<string, Action<MLContext, GanCheckpoint?, string>> Fits = new()
    {
        ["vectors"] = (mlContext, checkpoint, path) =>
        {
            using var gan = mlContext.Gan().Train(Rows(mlContext, 2), Options(checkpoint, rounds: 2_000));
            gan.SaveGenerator(path);
        },
        ["images"] = (mlContext, checkpoint, path) =>
        {
            using var gan = mlContext.Gan().Train(Rows(mlContext, 1, 16, 16), Options(checkpoint, rounds: 150));
            gan.SaveGenerator(path);
        },
        ["table"] = (mlContext, checkpoint, path) =>
        {
            var options = new TabularGanTrainer.Options { MaxRounds = 200, Checkpoint = checkpoint, Device = TrainingDevice.Cpu };
            using var gan = mlContext.Gan().TrainTabular(Table(mlContext), options);
            gan.SaveGenerator(path);
        },
    };

    public static void Run(int repetitions)
    {
        if (Environment.GetEnvironmentVariable(Child) is { } task) RunChild(task.Split('|'));
        else RunAll(repetitions);
    }

    private static void RunAll(int repetitions)
    {
        var random = new Random(1);
        var summary = new MarkdownTable("fit", "kills", "of them after a checkpoint", "files as of one go");
        foreach (var kind in Fits.Keys)
        {
            var folder = Directory.CreateTempSubdirectory("gan-kills-");
            var whole = Path.Combine(folder.FullName, "whole.onnx");
            var clock = Stopwatch.StartNew();
            using (var child = Start(kind, "", whole)) child.WaitForExit();
            var (duration, kills, afterCheckpoint, equal) = (clock.Elapsed, 0, 0, 0);
            for (var repetition = 0; repetition < repetitions; repetition++)
            {
                var state = Path.Combine(folder.FullName, $"{repetition}");
                var path = $"{state}.onnx";
                for (var kill = 0; kill < KillsPerFit; kill++)
                {
                    using var child = Start(kind, state, path);
                    if (child.WaitForExit(duration * (0.2 + 0.8 * random.NextDouble()))) break;
                    child.Kill();
                    child.WaitForExit();
                    kills++;
                    if (Directory.Exists(state) && Directory.EnumerateFiles(state).Any()) afterCheckpoint++;
                }
                using (var child = Start(kind, state, path)) child.WaitForExit();
                if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(File.ReadAllBytes(whole))) equal++;
                File.Delete(path);
            }
            folder.Delete(recursive: true);
            summary.Add(kind, kills, afterCheckpoint, $"{equal} of {repetitions}");
        }
        summary.Print();
    }

    private static Process Start(string kind, string state, string path) => ChildProcess.Start("kills", Child, $"{kind}|{state}|{path}");

    private static void RunChild(string[] task)
    {
        var checkpoint = task[1].Length == 0 ? null : new GanCheckpoint(task[1]) { Interval = TimeSpan.Zero, Keep = 2 };
        Fits[task[0]](new MLContext(seed: 1), checkpoint, task[2]);
    }

    private static GanTrainer.Options Options(GanCheckpoint? checkpoint, int rounds) => new()
    {
        MaxRounds = rounds,
        BatchSize = 64,
        Checkpoint = checkpoint,
        Device = TrainingDevice.Cpu,
    };

    private static IDataView Rows(MLContext mlContext, params int[] shape)
    {
        var random = new Random(1);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, shape);
        var size = shape.Aggregate((product, next) => product * next);
        Row[] rows = [.. Enumerable.Range(0, 500).Select(_ => new Row { Features = [.. Enumerable.Range(0, size).Select(_ => random.NextSingle())] })];
        return mlContext.Data.LoadFromEnumerable(rows, schema);
    }

    private static IDataView Table(MLContext mlContext)
    {
        var random = new Random(1);
        return mlContext.Data.LoadFromEnumerable(Enumerable.Range(0, 2_000)
            .Select(_ => random.Next(5)).Select(group => new Person { Job = $"job {group}", Age = 20 + 5 * group + random.Next(20) }).ToList());
    }

    private sealed class Row
    {
        public float[] Features { get; init; } = [];
    }

    private sealed class Person
    {
        public string Job { get; init; } = "";

        public float Age { get; init; }
    }
}
