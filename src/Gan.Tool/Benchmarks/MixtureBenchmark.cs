using Gan.Tool.Data;
using Gan.Tool.Evaluation;
using Microsoft.ML;

namespace Gan.Tool.Benchmarks;

/// <summary>A mixture of normal distributions.</summary>
internal sealed class MixtureBenchmark(NormalMixture mixture) : IBenchmark
{
    public const int RowCount = 20_000;

    public int Modes => mixture.Means.Count;

    public int Samples => 10_000;

    public IDataView Rows(MLContext mlContext, int seed) => mixture.Rows(mlContext, RowCount, seed);

    public BenchmarkResult Judge(IReadOnlyList<float[]> samples)
    {
        var quality = MixtureQuality.Measure(mixture, samples);
        return new BenchmarkResult(quality.ModesCovered, quality.ReverseKl, quality.HighQualityShare, quality.Spread);
    }
}
