using Microsoft.ML;

namespace Gan.Tool.Benchmarks;

/// <summary>A problem whose truth is known: what to train on, and how to judge what comes out.</summary>
internal interface IBenchmark
{
    /// <value>The modes that there are.</value>
    int Modes { get; }

    /// <value>How many samples are judged.</value>
    int Samples { get; }

    /// <summary>The rows to train on: the column Features.</summary>
    IDataView Rows(MLContext mlContext, int seed);

    BenchmarkResult Judge(IReadOnlyList<float[]> samples);
}
