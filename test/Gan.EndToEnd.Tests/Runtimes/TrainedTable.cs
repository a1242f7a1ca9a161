using System.Globalization;
using System.Text.Json;
using Gan.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Gan;

namespace Gan.EndToEnd.Tests.Runtimes;

/// <summary>The file of a table that was trained for a moment, and rows of it as this library makes them under conditions.</summary>
internal sealed class TrainedTable
{
    public const int Rows = 60;

    private const int Seed = 4;

    public static readonly IReadOnlyDictionary<string, string> Where =
        new Dictionary<string, string> { ["Job"] = "", ["Country"] = "Norway", ["Smokes"] = "True", ["Wage"] = "*" };

    private static readonly Lazy<TrainedTable> Once = new(() => new TrainedTable());

    private TrainedTable()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        Path = folder["generator.onnx"];
        var mlContext = new MLContext();
        var options = new TabularGanTrainer.Options { LatentSize = 4, Width = 8, MaxRounds = 50, Seed = 1, Device = TrainingDevice.Cpu };
        using var gan = mlContext.Gan().TrainTabular(mlContext.Data.LoadFromEnumerable(People()), options);
        gan.SaveGenerator(Path);

        using var generator = mlContext.Gan().LoadTabularGenerator(Path);
        Manifest = JsonDocument.Parse(generator.Metadata["gan.manifest"]).RootElement;
        Latents = [.. mlContext.Gan().Latents(Rows, LatentSize, Seed).GetColumn<float[]>("Latent")];
        Expected = Texts(generator.Sample(Rows, Seed, Where));
    }

    public static TrainedTable Instance => Once.Value;

    public string Path { get; }

    public JsonElement Manifest { get; }

    public int LatentSize => Manifest.GetProperty("latentSize").GetInt32();

    public IReadOnlyList<JsonElement> Columns => [.. Manifest.GetProperty("columns").EnumerateArray()];

    public string[] Tensors => [.. Columns.Select(column => column.GetProperty("tensor").GetString()!)];

    /// <value>What <see cref="Where"/> says, as codes; a column that is not given has -1.</value>
    public long[] Codes => [.. Columns.Where(column => column.GetProperty("given").ValueKind == JsonValueKind.Number).Select(CodeOf)];

    public float[][] Latents { get; }

    /// <value>The cells by column, as <see cref="Text"/> has them.</value>
    public string[][] Expected { get; }

    /// <summary>Other rows must be the expected ones; numbers of full precision to five digits: engines differ in the last.</summary>
    public void MustEqual(string[][] actual)
    {
        Assert.HasCount(Columns.Count, actual);
        foreach (var (expected, other, column) in Expected.Zip(actual, Columns))
        {
            if (column.GetProperty("name").GetString() == nameof(Person.Height)) MustBeNear(expected, other);
            else CollectionAssert.AreEqual(expected, other, column.ToString());
        }
    }

    /// <summary>A tensor's element as a text that all languages can write.</summary>
    public static string Text(object cell) => cell switch
    {
        bool truth => truth ? "1" : "0",
        float number => ((double)number).ToString("R", CultureInfo.InvariantCulture),
        DateTime date => Text(date.Ticks),
        _ => string.Create(CultureInfo.InvariantCulture, $"{cell}"),
    };

    private static void MustBeNear(string[] expected, string[] actual)
    {
        foreach (var (one, other) in expected.Zip(actual)) Assert.AreEqual(Number(one), Number(other), 1e-5 * Math.Abs(Number(one)));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static long CodeOf(JsonElement column)
    {
        if (!Where.TryGetValue(column.GetProperty("name").GetString()!, out var text)) return -1;
        if (text is "" or "*") return text == "" ? -2 : -3;
        return column.GetProperty("categories").EnumerateArray().ToList().FindIndex(category => category.GetString() == text);
    }

    private static string[][] Texts(IDataView rows)
    {
        var people = new MLContext().Data.CreateEnumerable<Person>(rows, reuseRowObject: false).ToList();
        return [.. typeof(Person).GetProperties().Select(property => people.Select(person => Text(property.GetValue(person)!)).ToArray())];
    }

    private static IEnumerable<Person> People()
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, 600).Select(_ => Person.Of(random, town: random.Next(4)))];
    }

    private sealed class Person
    {
        private static readonly string[] Towns = ["Rome", "Milan", "Oslo", "Bergen"];

        public string Job { get; set; } = "";

        public string Town { get; set; } = "";

        public string Country { get; set; } = "";

        public bool Smokes { get; set; }

        public int Children { get; set; }

        public float Wage { get; set; }

        public float Height { get; set; }

        public DateTime Born { get; set; }

        public static Person Of(Random random, int town) => new()
        {
            Job = random.Next(8) switch { 0 => "", < 4 => "cook", _ => town < 2 ? "pilot" : "smith" },
            Town = Towns[town],
            Country = town < 2 ? "Italy" : "Norway",
            Smokes = random.Next(3) == 0,
            Children = random.Next(4),
            Wage = random.Next(5) == 0 ? float.NaN : MathF.Round(1000 + 500 * random.NextSingle() + 300 * town, 1),
            Height = 1.5f + 0.5f * random.NextSingle(),
            Born = new DateTime(1950, 1, 1).AddDays(random.Next(15_000)),
        };
    }
}
