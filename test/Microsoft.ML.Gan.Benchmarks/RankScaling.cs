using System.Diagnostics;
using System.Globalization;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>Two ranks of one thread, each with half of a batch, against one with all of it; and what many would do over a network.</summary>
internal static class RankScaling
{
    public const string Summary = "one batch of a DCGAN of 64x64 pixels on one rank and on two, by mpiexec, in turn; and on paper on up to 1,000";

    private const string Child = "GAN_RANKS";
    private const int BatchSize = 64, Rounds = 4, Sums = 5;
    private const double Latency = 20e-6;                             // of one message over TCP

    public static void Run(int repetitions)
    {
        if (Environment.GetEnvironmentVariable(Child) is { } batchSize) RunRank(int.Parse(batchSize, CultureInfo.InvariantCulture));
        else Compare(repetitions);
    }

    private static void Compare(int repetitions)
    {
        List<Measured> one = [], half = [], two = [];
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            one.Add(Start(1, BatchSize));
            half.Add(Start(1, BatchSize / 2));
            two.Add(Start(2, BatchSize / 2));
            Console.Error.WriteLine($"{one[^1]}; {half[^1]}; {two[^1]}; load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
        }
        var table = new MarkdownTable("ranks and rows of each", "seconds a round: best", "median", "waiting for sums", "a sum alone", "MB a round");
        foreach (var (ranks, runs) in new[] { ($"1, {BatchSize}", one), ($"1, {BatchSize / 2}", half), ($"2, {BatchSize / 2}", two) })
        {
            double[] rounds = [.. runs.Select(run => run.Round).Order()];
            table.Add(
                ranks, $"{rounds[0]:F2}", $"{rounds[rounds.Length / 2]:F2}", $"{runs.Min(run => run.Waiting):F2}", $"{runs.Min(run => run.Sum):F3}",
                $"{runs[0].Bytes / 1e6:F1}");
        }
        double[] ratios = [.. one.Zip(two, (alone, together) => alone.Round / together.Round).Order()];
        var (best, median) = (one.Min(run => run.Round) / two.Min(run => run.Round), ratios[ratios.Length / 2]);
        Console.WriteLine($"Two ranks against one: {best:F2} times the rounds a second (best), {median:F2} (median).\n");
        table.Print();
        Console.WriteLine();
        Extrapolate(one.Min(run => run.Round), two[0].Bytes);
    }

    /// <summary>Each rank with a batch as that of one: the share of the time in which it computes.</summary>
    /// <remarks>2 log₂ n messages and 2 (n − 1) / n of the bytes each way: Thakur, Rabenseifner and Gropp (2005). Nothing overlaps.</remarks>
    private static void Extrapolate(double round, double bytes)
    {
        var table = new MarkdownTable("a round alone", "network", "8 ranks", "64 ranks", "1,000 ranks");
        foreach (var seconds in new[] { round, round / 20, round / 200 })
        {
            foreach (var gigabits in new[] { 10, 100 })
            {
                table.Add([$"{seconds:G2} s", $"{gigabits} Gbit/s", .. new[] { 8, 64, 1_000 }.Select(ranks =>
                {
                    var sums = 2 * 2 * Math.Log2(ranks) * Latency + 2.0 * (ranks - 1) / ranks * bytes * 8 / (gigabits * 1e9);
                    return $"{seconds / (seconds + sums) * 100:F0} %";
                })]);
            }
        }
        table.Print();
    }

    private static Measured Start(int ranks, int batchSize)
    {
        var start = new ProcessStartInfo("mpiexec", ["-n", $"{ranks}", "dotnet", typeof(RankScaling).Assembly.Location, "ranks"])
        {
            RedirectStandardOutput = true,
            Environment = { [Child] = $"{batchSize}", ["OMP_NUM_THREADS"] = "1" },
        };
        using var job = Process.Start(start)!;
        var numbers = job.StandardOutput.ReadToEnd().Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        job.WaitForExit();
        return new(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private static void RunRank(int batchSize)
    {
        var exchange = new CountedExchange(GanExchange.Mpi());
        var options = GanPresets.Dcgan with
        {
            Architecture = GanArchitectures.Dcgan(64, 64),
            LatentSize = 100,
            BatchSize = batchSize,
            Epochs = int.MaxValue,
            MaxRounds = Rounds,
            EmaHalfLifeInSamples = 10_000,
            Device = TrainingDevice.Cpu,
            Exchange = exchange,
        };
        var mlContext = new MLContext(seed: 1);
        using var gan = mlContext.Gan().Train(Rows(mlContext), options);
        var (bytes, waiting) = (exchange.Bytes / Rounds, exchange.Time.TotalSeconds / Rounds);
        var round = gan.History.Reports.Skip(1).Min(report => batchSize * exchange.Size / report.SamplesPerSecond);
        var gradients = new float[bytes / sizeof(float)];
        var sum = Enumerable.Range(0, Sums).Min(_ => Seconds(() => exchange.Sum(gradients)));
        if (exchange.Rank == 0) Console.Write(string.Create(CultureInfo.InvariantCulture, $"{round} {waiting} {sum} {bytes}"));
    }

    private static double Seconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static IDataView Rows(MLContext mlContext)
    {
        var random = new Random(1);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 3, 64, 64);
        Row[] rows = [.. Enumerable.Range(0, 2 * BatchSize).Select(_ => new Row { Features = Draw() })];
        return mlContext.Data.LoadFromEnumerable(rows, schema);

        float[] Draw() => [.. Enumerable.Range(0, 3 * 64 * 64).Select(_ => random.NextSingle())];
    }

    /// <summary>What one job took: seconds of its best round, waiting for sums in a round, and of the sums of a round by themselves; bytes.</summary>
    private sealed record Measured(double Round, double Waiting, double Sum, double Bytes);

    private sealed class Row
    {
        public float[] Features { get; init; } = [];
    }
}
