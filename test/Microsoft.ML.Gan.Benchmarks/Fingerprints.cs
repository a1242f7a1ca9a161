using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gan.Onnx;
using Microsoft.ML.Data;
using TorchSharp;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>
/// Short seeded fits of every kind and the SHA-256 of what comes out of them: files, drawn rows, figures. A change of the code that is to change no
/// behaviour gives the same list before and after, on one machine.
/// </summary>
internal static class Fingerprints
{
    public const string Summary = "behaviour: SHA-256 of files, rows and figures of short seeded fits; as many seeds as repetitions";

    private const int Rows = 1_500;
    private const int Drawn = 300;

    private static readonly JsonSerializerOptions Figures = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static void Run(int repetitions)
    {
        torch.set_num_threads(1);
        for (var seed = 0; seed < repetitions; seed++)
        {
            foreach (var (name, data, options) in Vectors(seed)) Vector($"{name} {seed}", data, options);
            Table($"table {seed}", new() { Seed = seed, MaxRounds = 160, Width = 32, BatchSize = 100 });
            Table(
                $"table in one go {seed}",
                    new() { Seed = seed, MaxRounds = 60, Width = 32, BatchSize = 100, HeldOutShare = 0, ConditionedShare = 0.2 });
        }
    }

    private static IEnumerable<(string Name, IDataView Data, GanTrainer.Options Options)> Vectors(int seed)
    {
        var (ring, images) = (Ring(), Images());
        var few = new GanTrainer.Options { Seed = seed, MaxRounds = 60 };
        yield return ("ring", ring, few with { MaxRounds = 300 });
        yield return ("simultaneous", ring, few with { Update = GanUpdate.Simultaneous, Regularizer = GanRegularizers.None });
        yield return ("simultaneous with a penalty", ring, few with { Update = GanUpdate.Simultaneous, PackSize = 2 });
        yield return (
            "uniform prior in classes", ring, few with { LabelColumnName = "Label", Prior = LatentPrior.Uniform, EmaHalfLifeInSamples = null });
        yield return ("band", ring, few with { Pacing = GanPacing.Band(0.6, 0.8, 3) });
        foreach (var (name, preset) in GanPresets.All) yield return (name, ring, preset with { Seed = seed, MaxRounds = 40 });
        yield return ("images", images, few with { SampleShape = [1, 16, 16] });
        yield return (
            "images in classes", images,
                few with { SampleShape = [1, 16, 16], LabelColumnName = "Label", Augmentation = GanAugmentations.DiffAugment() });
        yield return ("images, residual", images, few with { SampleShape = [1, 16, 16], Architecture = GanArchitectures.Residual(), MaxRounds = 20 });
        yield return ("images, spectral", images, GanPresets.SpectralHinge with { Seed = seed, SampleShape = [1, 16, 16], MaxRounds = 20 });
        yield return ("images, batch", images, GanPresets.Dcgan with { Seed = seed, SampleShape = [1, 16, 16], MaxRounds = 20, BatchSize = 32 });
    }

    private static void Vector(string name, IDataView data, GanTrainer.Options options)
    {
        using var gan = new MLContext(seed: 1).Gan().Train(data, options);
        Print(name, "generator", Saved(gan.Generator.Save));
        Print(name, "discriminator", File(gan.SaveDiscriminator));
        Print(name, "samples", Bytes(gan.Generator.Sample(Drawn, seed: 5).GetColumn<float[]>("Sample").SelectMany(row => row)));
        Print(
            name, "history", Bytes(
                gan.History.Reports.SelectMany(
                    report => new[] { report.DiscriminatorLoss, report.Penalty, report.GeneratorLoss, report.Value, report.Diversity,
                        report.GeneratorSignal })));
    }

    private static void Table(string name, TabularGanTrainer.Options options)
    {
        var mlContext = new MLContext(seed: 1);
        var people = mlContext.Data.LoadFromEnumerable(People());
        using var gan = mlContext.Gan().TrainTabular(people, options);
        var rows = gan.Generator.Sample(Drawn, seed: 5);
        Print(name, "generator", Saved(gan.Generator.Save));
        Print(name, "rows", Text(rows));
        Print(name, "rows of one town", Text(gan.Generator.Sample(Drawn, seed: 5, new Dictionary<string, string> { ["Town"] = "Oslo" })));
        Print(
            name, "history", Bytes(
                gan.History.Reports.SelectMany(
                    report => new[] { report.DiscriminatorLoss, report.Penalty, report.GeneratorLoss, report.Quality ?? -1 })));
        Print(name, "figures",
            JsonSerializer.SerializeToUtf8Bytes(mlContext.Gan().EvaluateTabular(people, rows, labelColumnName: "Member"), Figures));
    }

    private static void Print(string fit, string what, byte[] bytes) =>
        Console.WriteLine($"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}  {fit}: {what}");

    private static byte[] Saved(Action<Stream> save)
    {
        using var stream = new MemoryStream();
        save(stream);
        return stream.ToArray();
    }

    private static byte[] File(Action<string> save)
    {
        var path = Path.GetTempFileName();
        save(path);
        var bytes = System.IO.File.ReadAllBytes(path);
        System.IO.File.Delete(path);
        return bytes;
    }

    private static byte[] Bytes<T>(IEnumerable<T> numbers) =>
        Encoding.UTF8.GetBytes(string.Join(' ', numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number:R}"))));

    private static byte[] Text(IDataView rows)
    {
        var text = new StringBuilder();
        using var cursor = rows.GetRowCursor(rows.Schema);
        var cells = rows.Schema.Select(column => Cell(cursor, column)).ToList();
        while (cursor.MoveNext()) text.AppendJoin(';', cells.Select(cell => cell())).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static Func<string> Cell(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type.RawType == typeof(ReadOnlyMemory<char>)) return Cell<ReadOnlyMemory<char>>(row, column, text => text.ToString());
        if (column.Type.RawType == typeof(DateTime)) return Cell<DateTime>(row, column, date => date.ToString("O", CultureInfo.InvariantCulture));
        if (column.Type.RawType == typeof(TimeSpan)) return Cell<TimeSpan>(row, column, time => time.ToString("c", CultureInfo.InvariantCulture));
        if (column.Type.RawType == typeof(bool)) return Cell<bool>(row, column, value => value ? "1" : "0");
        if (column.Type.RawType == typeof(int)) return Cell<int>(row, column, value => value.ToString(CultureInfo.InvariantCulture));
        if (column.Type.RawType == typeof(ulong)) return Cell<ulong>(row, column, value => value.ToString(CultureInfo.InvariantCulture));
        if (column.Type.RawType == typeof(double)) return Cell<double>(row, column, value => value.ToString("R", CultureInfo.InvariantCulture));
        return Cell<float>(row, column, value => value.ToString("R", CultureInfo.InvariantCulture));
    }

    private static Func<string> Cell<T>(DataViewRow row, DataViewSchema.Column column, Func<T, string> toText)
    {
        var getter = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return toText(value);
        };
    }

    private static IDataView Ring() => InClasses([.. Make(2_000, (random, row) => new Example
    {
        Features = [
            (float)(Math.Cos(row % 8 * Math.PI / 4) + random.NextDouble() / 10), (float)(Math.Sin(row % 8 * Math.PI / 4) + random.NextDouble() / 10)],
        Label = $"{row % 8}",
    })]);

    private static IDataView Images() => InClasses([.. Make(300, (random, row) => new Example
    {
        Features = [.. Enumerable.Range(0, 256).Select(pixel => row % 3 == pixel / 16 % 3 ? (float)random.NextDouble() : 0)],
        Label = $"{row % 3}",
    })]);

    private static IDataView InClasses(Example[] examples)
    {
        var mlContext = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, examples[0].Features.Length);
        var data = mlContext.Data.LoadFromEnumerable(examples, schema);
        return mlContext.Transforms.Conversion.MapValueToKey(nameof(Example.Label)).Fit(data).Transform(data);
    }

    /// <summary>
    /// A table with every kind of column: numbers of many and of few values, with gaps, dates, categories, differences, functions of other columns.
    /// </summary>
    private static List<Person> People() => [.. Make(Rows, (random, row) =>
    {
        var (town, age) = (random.Next(Towns.Length), 18 + random.Next(60));
        var (joined, income) = (
            new DateTime(2020, 1, 1).AddDays(random.Next(900)), Math.Round(1_000 * Math.Exp(random.NextDouble() * 2 + age / 60.0), 2));
        return new Person
        {
            Town = Towns[town],
            Country = town < 3 ? "Norway" : "Sweden",
            Distance = 12.5f * town,
            Age = age,
            Income = income,
            Taxed = income - random.Next(5),
            Hours = random.Next(10) < 8 ? 40 : random.Next(80),
            Joined = joined,
            Left = joined.AddDays(random.Next(30)).AddSeconds(random.Next(86_400)),
            Shift = TimeSpan.FromMinutes(random.Next(480)),
            Member = age > 40 && random.Next(4) > 0,
            Score = random.Next(9) == 0 ? float.NaN : (float)(age + random.NextDouble()),
            Nickname = random.Next(5) == 0 ? "" : Nicknames[random.Next(Nicknames.Length)],
            Street = $"Street {random.Next(400)}",
            Account = (1UL << 63) + (ulong)random.Next(100_000),
        };
    })];

    private static readonly string[] Towns = ["Oslo", "Bergen", "Tromsø", "Lund", "Umeå"];

    private static readonly string[] Nicknames = ["a", "b", "c", "d"];

    private static IEnumerable<T> Make<T>(int count, Func<Random, int, T> make)
    {
        var random = new Random(1);
        for (var row = 0; row < count; row++) yield return make(random, row);
    }

    private sealed class Example
    {
        public required float[] Features { get; init; }

        public required string Label { get; init; }
    }

    private sealed class Person
    {
        public required string Town { get; init; }

        public required string Country { get; init; }

        public required float Distance { get; init; }

        public required int Age { get; init; }

        public required double Income { get; init; }

        public required double Taxed { get; init; }

        public required int Hours { get; init; }

        public required DateTime Joined { get; init; }

        public required DateTime Left { get; init; }

        public required TimeSpan Shift { get; init; }

        public required bool Member { get; init; }

        public required float Score { get; init; }

        public required string Nickname { get; init; }

        public required string Street { get; init; }

        public required ulong Account { get; init; }
    }
}
