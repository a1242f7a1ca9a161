using System.Globalization;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>The exported generator of a fit of a round or an epoch: as large and as fast as a well trained one.</summary>
internal sealed class GeneratorFile : IDisposable
{
    private const int TableRows = 2_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gan-benchmark-");

    private GeneratorFile()
    {
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "generator.onnx");

    /// <summary>A generator of vectors or images.</summary>
    public static GeneratorFile OfSamples(int[] sampleShape, int latentSize, GanArchitecture architecture)
    {
        var mlContext = new MLContext(seed: 1);
        var random = new Random(1);
        var schema = SchemaDefinition.Create(typeof(Noise));
        schema[nameof(Noise.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, sampleShape);
        var size = sampleShape.Aggregate((product, next) => product * next);
        var rows = mlContext.Data.LoadFromEnumerable(
            Enumerable.Range(0, 64).Select(_ => new Noise { Features = [.. Enumerable.Range(0, size).Select(_ => random.NextSingle())] }).ToList(),
            schema);
        var options = new GanTrainer.Options
        {
            MaxRounds = 1,
            BatchSize = 64,
            LatentSize = latentSize,
            Architecture = architecture,
            Device = TrainingDevice.Cpu,
        };
        using var gan = mlContext.Gan().Train(rows, options);
        var file = new GeneratorFile();
        gan.SaveGenerator(file.Path);
        return file;
    }

    /// <summary>
    /// A generator of a table of as many columns, with as many categories, as those of UCI Adult that are learnt: eight of texts, two of many
    /// numbers, three of few.
    /// </summary>
    public static GeneratorFile OfTable() => OfTable([42, 16, 15, 9, 7, 6, 5, 2], [10_000, 70, 30, 25, 25]);

    /// <summary>A generator of a table of texts and numbers.</summary>
    /// <param name="categories">How many texts each column of texts has.</param>
    /// <param name="values">How many numbers each column of numbers has.</param>
    public static GeneratorFile OfTable(int[] categories, int[] values)
    {
        var file = new GeneratorFile();
        var random = new Random(1);
        var csv = System.IO.Path.Combine(file._folder.FullName, "table.csv");
        File.WriteAllLines(
            csv, Enumerable.Range(0, TableRows).Select(_ => string.Join(',', (string[])[.. categories.Select(Category), .. values.Select(Value)])));
        TextLoader.Column[] texts = [.. categories.Select((_, column) => new TextLoader.Column($"Text{column}", DataKind.String, column))];
        TextLoader.Column[] numbers = [
            .. values.Select((_, column) => new TextLoader.Column($"Number{column}", DataKind.Single, categories.Length + column))];
        var mlContext = new MLContext(seed: 1);
        var data = mlContext.Data.LoadFromTextFile(csv, [.. texts, .. numbers], separatorChar: ',');
        using var gan = mlContext.Gan().TrainTabular(data, new TabularGanTrainer.Options { Epochs = 1, Device = TrainingDevice.Cpu });
        gan.SaveGenerator(file.Path);
        return file;

        string Category(int count) => $"category {random.Next(count)}";

        string Value(int count) => random.Next(count).ToString(CultureInfo.InvariantCulture);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class Noise
    {
        public float[] Features { get; init; } = [];
    }
}
