using Gan.Onnx;
using Microsoft.ML;

namespace Gan.Serving;

/// <summary>What a request asks of a generator.</summary>
/// <param name="Generator">Samplings of one generator may be run together.</param>
/// <param name="Count">The number of rows.</param>
/// <param name="Inputs">What the rows are made of, row by row.</param>
/// <param name="InputNames">The columns of it that are read.</param>
/// <param name="Given">The codes of what is given of all rows; empty where nothing can be.</param>
/// <param name="Scorer">What runs the generator on rows of the inputs and of what is given.</param>
internal sealed record Sampling(
    object Generator, int Count, IDataView Inputs, IReadOnlyList<string> InputNames, long[] Given, OnnxScorer Scorer)
{
    private const int LargestTensor = 1 << 24;      // values in a tensor: 64 MB of Single

    /// <summary>The outputs of the generator.</summary>
    public IReadOnlyList<OnnxColumn> Outputs => Scorer.Outputs;

    /// <value>The most rows that fit into one run.</value>
    public int MostRowsTogether => Math.Max(1, LargestTensor / Outputs.Max(output => output.Size));

    public static Sampling Of(GeneratorTransformer generator, int count, int seed, string? className)
    {
        return Of(generator, count, className is null ? generator.Sample(count, seed) : generator.Sample(count, className, seed));
    }

    /// <summary>Samples of latent vectors, and of classes where they are not null.</summary>
    public static Sampling Of(
        GeneratorTransformer generator, ReadOnlyMemory<float> latents, ReadOnlyMemory<uint>? classes, ReadOnlyMemory<float> samples) =>
        Of(generator, Rows(generator, latents, classes, samples), generator.Rows(latents, classes));

    /// <summary>The number of rows that a generator makes of latent vectors.</summary>
    public static int Rows(
        GeneratorTransformer generator, ReadOnlyMemory<float> latents, ReadOnlyMemory<uint>? classes, ReadOnlyMemory<float> samples) =>
        classes is { } keys
            ? generator.RequireRows(latents.Span, keys.Span, samples.Span)
            : generator.RequireRows(latents.Span, samples.Span);

    public static Sampling Of(TabularGenerator generator, int count, int seed, IReadOnlyDictionary<string, string>? where)
    {
        var (latents, given) = generator.Inputs(count, seed, where);
        return new(generator, count, latents, [.. latents.Schema.Select(column => column.Name)], given, generator.RowScorer);
    }

    private static Sampling Of(GeneratorTransformer generator, int count, IDataView rows) =>
        new(generator, count, rows, [.. generator.Scorer.Inputs.Select(input => input.ColumnName)], [], generator.Scorer);
}
