using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Export;
using Microsoft.ML.Gan.Tabular.Tables;
using static TorchSharp.torch;
using LatentPrior = Gan.Onnx.LatentPrior;

namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>Tables to train on, and what reads them.</summary>
internal static class TestTables
{
    private static readonly string[] Jobs = ["cook", "pilot", "smith", "Ünal & sons", ""];
    private static readonly string[] Levels = ["low", "mid", "high"];

    /// <summary>
    /// A column of each type and kind: with and without missing cells, few and many values, shared slots, derived, constant, and one of the latent
    /// input's name.
    /// </summary>
    public static TestTable EveryType(int rows = 800)
    {
        var random = new Random(7);
        int[] cities = [.. Draw(() => random.Next(30))], levels = [.. Draw(() => random.Next(3))];
        IEnumerable<T> Draw<T>(Func<T> draw) => Enumerable.Range(0, rows).Select(_ => draw());
        return new TestTable(rows)
            .Add("Single", _ => (float)(3 * Normal(random) + 1))
            .Add("Double", _ => random.Next(10) == 0 ? double.NaN : Math.Exp(2 * Normal(random)))
            .Add("Cents", _ => Math.Round(500 * Normal(random)) / 100)
            .Add("Mass", _ => random.Next(10) > 0 ? 0f : (float)random.Next(1, 5000))
            .Add("Few", _ => random.Next(5) switch { 0 => float.NaN, < 3 => 0.1f, _ => 2.5f })
            .Add("SByte", _ => (sbyte)random.Next(-100, 100))
            .Add("Int16", _ => (short)(5 * random.Next(-3000, 3000)))
            .Add("Int32", _ => random.Next(17, 91))
            .Add("Int64", _ => 5_000_000_000 + random.Next(10_000))
            .Add("Byte", _ => (byte)random.Next(200))
            .Add("UInt16", _ => (ushort)random.Next(60_000, 65_536))
            .Add("UInt32", _ => uint.MaxValue - (uint)random.Next(1000))
            .Add("UInt64", _ => ulong.MaxValue - (ulong)random.Next(1000))
            .Add("FewUInt64", _ => ulong.MaxValue - (ulong)random.Next(3))
            .Add("Boolean", _ => random.Next(3) == 0)
            .Texts("Job", row => Jobs[row % 7 == 0 ? 4 : random.Next(4)])
            .Texts("Level", row => Levels[levels[row]])
            .Add("LevelCode", row => 10 * levels[row])
            .Texts("City", row => $"city {cities[row]}")
            .Add("CityHeight", row => cities[row] * 1.5)
            .Texts("Region", row => $"region {cities[row] % 4}")
            .Texts("Many", _ => random.Next(20) == 0 ? "" : $"name {Math.Min(random.Next(500), random.Next(500))}")
            .Keys("KeyByte", 5, [], _ => (byte)random.Next(6))
            .Keys("KeyUInt16", 4, ["n", "e", "s", "w"], _ => (ushort)random.Next(1, 5))
            .Keys("KeyUInt32", 3, ["a", "b", "c"], _ => (uint)random.Next(4))
            .Keys("KeyUInt64", 9, [], _ => (ulong)random.Next(1, 10))
            .Add("DateTime", _ => new DateTime(2020, 1, 1).AddDays(random.Next(1000)))
            .Add("TimeSpan", _ => TimeSpan.FromMinutes(random.Next(-500, 500)))
            .Texts("Constant", _ => "same")
            .Texts("ConstantOrMissing", _ => random.Next(4) == 0 ? "" : "yes")
            .Add("Latent", _ => random.NextSingle())
            .Add("Seen", _ => random.Next(4) == 0 ? default : new DateTime(2021, 3, 1, 6, 0, 0).AddMinutes(5 * random.Next(60_000)));
    }

    /// <summary>
    /// A group of two, "a" three times as often as "b"; a number with mean 0 in "a" and 4 in "b", deviation 1; and a size that is missing in half of
    /// "b".
    /// </summary>
    public static TestTable Groups(int rows = 2000)
    {
        var random = new Random(11);
        string[] groups = [.. Enumerable.Range(0, rows).Select(_ => random.Next(4) == 0 ? "b" : "a")];
        return new TestTable(rows)
            .Texts("Group", row => groups[row])
            .Add("Number", row => (groups[row] == "a" ? 0 : 4) + Normal(random))
            .Add("Size", row => groups[row] == "b" && random.Next(2) == 0 ? float.NaN : (float)Math.Exp(Normal(random)))
            .Add("Age", _ => random.Next(20, 90))
            .Texts("Colour", _ => random.Next(10) switch { 0 => "", < 4 => "red", < 8 => "green", _ => "blue" });
    }

    /// <summary>
    /// Rides of up to an hour that start by day within a year, some to an unknown place: each second column stays close to the one before it.
    /// </summary>
    public static TestTable Rides(int rows = 1500)
    {
        var random = new Random(13);
        long[] starts = Draw(() => 24 * 3600 * random.NextInt64(365) + random.NextInt64(8 * 3600, 20 * 3600)), seconds = Draw(
            () => 1 + random.NextInt64(3600));
        long[] meters = Draw(() => random.NextInt64(1_000_000)), cents = Draw(() => random.NextInt64(100_000));
        long[] Draw(Func<long> draw) => [.. Enumerable.Range(0, rows).Select(_ => draw())];
        return new TestTable(rows)
            .Add("Start", row => new DateTime(2023, 1, 1).AddSeconds(starts[row]))
            .Add("End", row => new DateTime(2023, 1, 1).AddSeconds(starts[row] + seconds[row]))
            .Add("From", row => meters[row] / 1000f)                                                         // km
            .Add("To", row => row % 5 == 0 ? double.NaN : (meters[row] + 8 * seconds[row]) / 1000.0)
            .Add("Fare", row => (int)(cents[row] / 100))
            .Add("Paid", row => cents[row] / 100 + row % 3 / 2.0)
            .Texts("Kind", row => seconds[row] < 1000 ? "short" : "long");
    }

    /// <summary>
    /// A group of two, "a" as often as "b"; a dose, nearly always 0, 10 or 20 in "a" and 20 or 40 in "b"; and another, also missing, of which each
    /// value is as common in both.
    /// </summary>
    public static TestTable Doses(int rows = 2000)
    {
        var random = new Random(17);
        string[] groups = [.. Enumerable.Range(0, rows).Select(_ => random.Next(2) == 0 ? "b" : "a")];
        return new TestTable(rows)
            .Texts("Group", row => groups[row])
            .Add("Dose", row => random.Next(20) == 0 ? random.Next(100, 200) : groups[row] == "a" ? 10 * random.Next(3) : 20 * random.Next(1, 3))
            .Add("Other", _ => random.Next(10) == 0 ? double.NaN : random.Next(20) == 0 ? random.Next(30) + 0.5 : 2.5 * random.Next(5))
            .Add("Weight", _ => Normal(random));
    }

    /// <summary>Twenty grades, three rates of each, more than are few; an age that no grade tells of, and a weight.</summary>
    public static TestTable Rates(int rows = 4000)
    {
        var random = new Random(23);
        int[] grades = [.. Enumerable.Range(0, rows).Select(_ => random.Next(20))];
        return new TestTable(rows)
            .Texts("Grade", row => $"grade {grades[row]}")
            .Add("Rate", row => Math.Round(grades[row] + 0.3 * random.Next(3) + 5.25, 2))
            .Add("Age", _ => random.Next(18, 68))
            .Add("Weight", _ => Normal(random));
    }

    /// <summary>Numbers of which nearly all lie on a grid: prices in hundreds up to a cap, ages in years but for a mean, and others.</summary>
    public static TestTable Coarse(int rows = 1500)
    {
        var random = new Random(19);
        return new TestTable(rows)
            .Add("Price", row => row == 5 ? 14_999 : random.Next(20) == 0 ? 500_001 : 100 * random.Next(200, 4900))
            .Add("Age", _ => random.Next(5) == 0 ? 29.69911764705882 : Math.Round(40 + 8 * Normal(random)))
            .Add("Tons", row => random.Next(10) == 0 ? float.NaN : random.Next(30) == 0 ? 99.99f : random.Next(10, 900) / 10f)
            .Add("Bytes", _ => random.Next(10) == 0 ? 3_000_001 : 1000 * (ulong)random.Next(3000))
            .Add("Paid", row => 10.0 * random.Next(20_000) + (row % 500 == 0 ? 0.25 : 0))
            .Add("Mass", _ => random.Next(10) == 0 ? random.Next(5000) : 0);
    }

    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public static Table Read(IDataView data, TabularGanTrainer.Options? options = null) =>
        new TableReader(options?.ColumnNames, options?.ColumnRoles).Read(data, CancellationToken.None);

    public static EncodedRows Learn(IDataView data) => TableSchema.Learn(Read(data));

    public static TableSchema Encode(IDataView data) => Learn(data).Schema;

    public static NoiseSource Noise(int seed = 3) => new(seed, LatentPrior.Normal, CPU);

    /// <summary>Options that train small networks for a moment, and keep all categories.</summary>
    public static TabularGanTrainer.Options Quick(int rounds = 30) => new()
    {
        MinimumCategoryRows = 1,
        LatentSize = 8,
        Width = 32,
        BatchSize = 64,
        MaxRounds = rounds,
        Device = TrainingDevice.Cpu,
        EmaHalfLifeInSamples = 1000,
        Patience = 1,
    };

    public static TabularGanTransformer Train(IDataView data, TabularGanTrainer.Options? options = null) =>
        TestRows.MLContext.Gan().TrainTabular(data, options ?? Quick());

    /// <summary>Trains as <see cref="Train"/> does, and hands over what is exported.</summary>
    public static void WithModel(IDataView data, TabularGanTrainer.Options options, Action<TabularModel> use)
    {
        using var fit = new TabularFit(options, TabularFit.Read(options, data, before: null).Rows, before: null, CPU);
        use(fit.Run(_ => { }, _ => { }, _ => { }).Model);
    }
}
