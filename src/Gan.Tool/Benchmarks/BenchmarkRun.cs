using System.Diagnostics;
using Gan.Tool.Evaluation;
using Microsoft.ML;
using Microsoft.ML.Gan;

namespace Gan.Tool.Benchmarks;

/// <summary>One training on a benchmark and how it did.</summary>
/// <param name="Result">What the samples are like; null if training diverged.</param>
/// <param name="Time">The whole of the fit, export included.</param>
/// <param name="Rounds">Rounds trained.</param>
internal sealed record BenchmarkRun(BenchmarkResult? Result, TimeSpan Time, int Rounds)
{
    public static BenchmarkRun Train(IBenchmark benchmark, GanTrainer.Options options)
    {
        var mlContext = new MLContext();
        var rows = benchmark.Rows(mlContext, options.Seed);
        var clock = Stopwatch.StartNew();
        try
        {
            using var gan = mlContext.Gan().Train(rows, options);
            var time = clock.Elapsed;
            return new BenchmarkRun(
                benchmark.Judge([.. gan.Generator.Vectors(benchmark.Samples, className: null, options.Seed)]), time, gan.History.Rounds);
        }
        catch (GanTrainingException)
        {
            return new BenchmarkRun(null, clock.Elapsed, 0);
        }
    }
}
