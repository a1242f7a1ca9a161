using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>The exported generator of a fit of one round: as large and as fast as a well trained one.</summary>
internal sealed class GeneratorFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gan-benchmark-");

    public GeneratorFile(int[] sampleShape, int latentSize, GanArchitecture architecture)
    {
        var mlContext = new MLContext(seed: 1);
        var random = new Random(1);
        var schema = SchemaDefinition.Create(typeof(Noise));
        schema[nameof(Noise.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, sampleShape);
        var size = sampleShape.Aggregate((product, next) => product * next);
        var rows = mlContext.Data.LoadFromEnumerable(
            Enumerable.Range(0, 64).Select(_ => new Noise { Features = [.. Enumerable.Range(0, size).Select(_ => random.NextSingle())] }).ToList(), schema);
        using var gan = mlContext.Gan().Train(
            rows, new GanTrainer.Options { MaxRounds = 1, BatchSize = 64, LatentSize = latentSize, Architecture = architecture, Device = TrainingDevice.Cpu });
        gan.SaveGenerator(Path);
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "generator.onnx");

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class Noise
    {
        public float[] Features { get; init; } = [];
    }
}
