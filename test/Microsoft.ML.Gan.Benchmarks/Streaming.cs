using System.Diagnostics;
using System.Globalization;
using Microsoft.ML.Gan.Exchange;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Vectors.Batches;
using Microsoft.ML.Gan.Vectors.Data;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>Training on rows that are read anew in each pass, against rows in memory; the data is made as it is read.</summary>
internal static class Streaming
{
    public const string Summary = "training on data beyond memory: rounds a second and resident memory, against data in memory";

    private const string Child = "GAN_STREAMED_FIT";
    private const int Places = 1_024;
    private const double Giga = 1e9;

    private static readonly byte[] Noise = Bytes(1 << 24);

    private static readonly GanTrainer.Options Images = new()
    {
        Architecture = GanArchitectures.Dcgan(32, 32),
        BatchSize = 64,
        LatentSize = 64,
        Regularizer = GanRegularizers.None,
        Device = TrainingDevice.Cpu,
    };

    public static void Run(int repetitions)
    {
        set_num_threads(1);
        if (Environment.GetEnvironmentVariable(Child) is { } task)
        {
            RunChild([.. task.Split('|').Select(number => double.Parse(number, CultureInfo.InvariantCulture))]);
            return;
        }
        Speed(repetitions);
        Counts(repetitions);
        Memory();
    }

    /// <summary>Rounds a second of a DCGAN, by turns.</summary>
    private static void Speed(int repetitions)
    {
        var table = new MarkdownTable("images of bytes", "read anew / in memory, rounds a second: best", "median");
        foreach (var (shape, rounds) in new[] { (new[] { 1, 28, 28 }, 24), ([3, 64, 64], 6) })
        {
            var workload = new TrainingWorkload("DCGAN", Images, shape, rounds);
            var times = Interleaved.Measure(
                repetitions, workload.Ours(createRows: noise => Rows(Pictures(4_096, shape), noise, isStreamed: false)),
                workload.Ours(createRows: noise => Rows(Pictures(4_096, shape), noise, isStreamed: true)));
            var ratio = times.Of(1, 0);
            table.Add(string.Join(" x ", shape), $"{ratio.Best:F2}", $"{ratio.Median:F2}");
        }
        table.Print();
        Console.WriteLine();
    }

    /// <summary>The time of a round by the number of rows.</summary>
    private static void Counts(int repetitions)
    {
        int[] counts = [1_000, 100_000, 10_000_000];
        Action[] variants = [.. counts.Select(count => Training.Mlp(batchSize: 64, rounds: 500).Ours(createRows: noise => Rows(
            new SimulatedRows<float>(count, [2], (row, values) => (values[0], values[1]) = (row % 97, row % 89)), noise, isStreamed: true)))];
        var times = Interleaved.Measure(repetitions, variants);
        var table = new MarkdownTable("rows, read anew", "a round / a round on 1,000 rows: best", "median");
        foreach (var (i, count) in counts.Index())
        {
            var ratio = times.Of(0, i);
            table.Add($"{count:N0}", $"{ratio.Best:F2}", $"{ratio.Median:F2}");
        }
        table.Print();
        Console.WriteLine();
    }

    /// <summary>Whole fits, each in a process of its own.</summary>
    private static void Memory()
    {
        var table = new MarkdownTable(
            "images of bytes, 3 x 64 x 64", "MemoryLimit", "rows of the buffer", "until the first round", "greatest resident memory");
        foreach (var (size, limit) in new[] { (1.0, 16.0), (1, 0.1), (1, 0.5), (50, 1) })
        {
            using var child = ChildProcess.Start("streaming", Child, string.Create(CultureInfo.InvariantCulture, $"{size}|{limit}"));
            var cells = child.StandardOutput.ReadToEnd().Trim().Split('|');
            child.WaitForExit();
            table.Add([$"{size} GB", limit > size ? "none" : $"{limit} GB", .. cells]);
        }
        table.Print();
    }

    private static void RunChild(double[] sizes)
    {
        int[] shape = [3, 64, 64];
        var (rows, clock, first) = (Pictures((long)(sizes[0] * Giga / (3 * 64 * 64)), shape), Stopwatch.StartNew(), TimeSpan.Zero);
        var mlContext = new MLContext(seed: 1);
        var buffer = "all";
        mlContext.Log += (_, line) =>
        {
            if (line.RawMessage.StartsWith("The rows are read anew", StringComparison.Ordinal)) buffer = line.RawMessage.Split(' ')[^1].TrimEnd('.');
        };
        using var gan = mlContext.Gan().Train(rows, Images with
        {
            MaxRounds = 20,
            MemoryLimit = (long)(sizes[1] * Giga),
            Progress = new Listener(_ => first = first == default ? clock.Elapsed : first),
        });
        var peak = File.ReadLines("/proc/self/status").Single(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ')[^2];
        Console.WriteLine($"{buffer}|{first.TotalSeconds:F0} s|{int.Parse(peak, CultureInfo.InvariantCulture) / 1024.0:N0} MiB");
    }

    private static SimulatedRows<byte> Pictures(long count, int[] shape) => new(count, shape, (row, values) =>
        Noise.AsSpan((int)(row * 7_919 % (Noise.Length - values.Length)), values.Length).CopyTo(values));

    private static ITrainingRows Rows(IDataView view, NoiseSource noise, bool isStreamed)
    {
        var data = new TrainingDataReader("Features", null, null).Read(view, default, isStreamed ? 1 : long.MaxValue);
        var scaling = FeatureScaling.Fit(data.Statistics, data.Schema.Shape, GeneratorRange.MinusOneToOne);
        var encoding = new RowEncoding(data.Source.Features.Format, data.Schema, scaling, CPU);
        if (!isStreamed)
        {
            var (rows, classes) = encoding.LoadAll(data.Held);
            return new ResidentRows(rows, classes, 64, noise, encode: encoding.IsAhead ? null : encoding.Encode);
        }
        data.Held.Resize(Math.Min(Places, data.RowCount));
        return new StreamedRows(
            data.Source, data.RowCount, data.Held, 64, noise, Ranks.Alone, batch => encoding.ToBatch(batch.Values, batch.Classes), default);
    }

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private sealed class Listener(Action<GanProgress> listen) : IProgress<GanProgress>
    {
        public void Report(GanProgress value) => listen(value);
    }
}
