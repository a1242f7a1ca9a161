using System.Globalization;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>The exported generator of a table after a fit of one epoch: as large and as fast as a well trained one.</summary>
/// <remarks>Its columns are as many, and have as many categories, as those of UCI Adult that are learnt: eight of texts, two of many numbers, three of few.</remarks>
internal sealed class TableFile : IDisposable
{
    private const int Rows = 2_000;

    private static readonly int[] Categories = [42, 16, 15, 9, 7, 6, 5, 2];
    private static readonly int[] Values = [10_000, 70, 30, 25, 25];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gan-benchmark-");

    public TableFile()
    {
        var random = new Random(1);
        var csv = System.IO.Path.Combine(_folder.FullName, "table.csv");
        File.WriteAllLines(csv, Enumerable.Range(0, Rows).Select(_ => string.Join(',', (string[])[.. Categories.Select(Category), .. Values.Select(Value)])));
        TextLoader.Column[] texts = [.. Categories.Select((_, column) => new TextLoader.Column($"Text{column}", DataKind.String, column))];
        TextLoader.Column[] numbers = [.. Values.Select((_, column) => new TextLoader.Column($"Number{column}", DataKind.Single, Categories.Length + column))];
        var mlContext = new MLContext(seed: 1);
        var data = mlContext.Data.LoadFromTextFile(csv, [.. texts, .. numbers], separatorChar: ',');
        using var gan = mlContext.Gan().TrainTabular(data, new TabularGanTrainer.Options { Epochs = 1, Device = TrainingDevice.Cpu });
        gan.SaveGenerator(Path);

        string Category(int count) => $"category {random.Next(count)}";

        string Value(int count) => random.Next(count).ToString(CultureInfo.InvariantCulture);
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "generator.onnx");

    public void Dispose() => _folder.Delete(recursive: true);
}
