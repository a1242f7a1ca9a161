using Gan.Onnx;
using Gan.Onnx.Graph;
using Gan.Onnx.Tests;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.ML;

namespace Gan.Serving.Tests;

/// <summary>Served generators without a host around them, and what they must give.</summary>
internal static class Served
{
    public static GanGenerator Generator(byte[] model, Action<GanGeneratorOptions>? configure = null, TestLog? log = null, TimeProvider? time = null)
    {
        var options = new GanGeneratorOptions { OpenModel = _ => Task.FromResult<Stream>(new MemoryStream(model)) };
        configure?.Invoke(options);
        return new GanGenerator("small", options, Host(log, time));
    }

    public static GanGenerator Generator(string path, TestLog? log = null, TimeProvider? time = null) =>
        new("small", new GanGeneratorOptions { ModelPath = path }, Host(log, time));

    public static TabularGanGenerator Table(byte[] model)
    {
        var options = new TabularGanGeneratorOptions { OpenModel = _ => Task.FromResult<Stream>(new MemoryStream(model)) };
        return new TabularGanGenerator("table", options, Host());
    }

    public static ServingHost Host(TestLog? log = null, TimeProvider? time = null) =>
        new(new ServingMetrics(factory: null), log ?? (Microsoft.Extensions.Logging.ILogger)NullLogger.Instance, time ?? new FakeTimeProvider());

    public static GeneratorTransformer Load(byte[] model) => new MLContext().Gan().LoadGenerator(new MemoryStream(model));

    /// <summary>What a generator gives by itself.</summary>
    public static float[] Alone(GeneratorTransformer generator, int count, int seed, string? className = null)
    {
        var rows = className is null ? generator.Sample(count, seed) : generator.Sample(count, className, seed);
        return [.. rows.Vectors("Sample").SelectMany(row => row)];
    }

    /// <summary>Sample k = (k + 1) · (z₀ + 10 z₁) · scale, of two values.</summary>
    public static byte[] Scaled(float scale)
    {
        var graph = new OnnxGraphBuilder();
        var latent = graph.Input("Latent", OnnxElementType.Single, [2]);
        var weight = graph.Constant([scale, 10 * scale, 2 * scale, 20 * scale], 2, 2);
        graph.Output("Sample", graph.Linear(latent, weight, null));
        return graph.ToModel(TestModels.Manifest(2, [2]).ToMetadata());
    }
}
