using Gan.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Gan;

namespace Gan.Tool.Tests.Serving;

/// <summary>A generator that was trained for a moment.</summary>
internal static class SmallModel
{
    public static string Write(TemporaryFolder folder)
    {
        var mlContext = new MLContext(seed: 0);
        var data = mlContext.Data.LoadFromEnumerable(Enumerable.Range(0, 64).Select(i => new Point { Features = [i % 3, i % 5] }));
        var options = new GanTrainer.Options { BatchSize = 16, MaxRounds = 2, LatentSize = 4, Device = TrainingDevice.Cpu };
        using var gan = mlContext.Gan().Train(data, options);
        gan.SaveGenerator(folder["generator.onnx"]);
        return folder["generator.onnx"];
    }

    private sealed class Point
    {
        [VectorType(2)]
        public float[] Features { get; init; } = [];
    }
}
