namespace Gan.Onnx;

public sealed partial class GeneratorTransformer
{
    /// <summary>Draws latent vectors from the prior: those of <c>Sample(count, seed)</c>.</summary>
    /// <param name="latents">Where they go, one after the other. Length: a multiple of <see cref="LatentSize"/>.</param>
    /// <param name="seed">Row i is a function of the seed, of i, and of the threshold alone.</param>
    /// <param name="firstRow">The row of the first vector. Range: >= 0.</param>
    /// <param name="threshold">
    /// Components beyond it, on either side of 0, are drawn anew until none is left: fewer odd samples, and less variety. Default: none.
    /// Range: >= 0.01.
    /// </param>
    /// <remarks>The truncation trick of Brock, Donahue and Simonyan (2019). Components within the threshold stay what they are.</remarks>
    /// <exception cref="ArgumentException">The length does not fit, or a number is out of its range.</exception>
    public void DrawLatents(Span<float> latents, int seed = 0, long firstRow = 0, float threshold = float.PositiveInfinity) =>
        TruncatedLatents.Draw(Source(seed), latents, firstRow, threshold);

    /// <summary>Maps latent vectors in memory to samples in memory.</summary>
    /// <param name="latents">The latent vectors, one after the other. Length: a multiple of <see cref="LatentSize"/>.</param>
    /// <param name="samples">Where the samples go, one after the other. Length: exactly theirs, by <see cref="SampleShape"/>.</param>
    /// <remarks>
    /// <para>
    /// All rows are one run of ONNX Runtime, which reads and writes the spans in place. Its memory grows with the rows: give it thousands, not
    /// millions. Nothing is allocated for a row, and nothing for a call on the same memory and as many rows as the one before.
    /// </para>
    /// <para>Any number of threads may call it at once, each with memory of its own.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap.</exception>
    /// <exception cref="InvalidOperationException">The generator is class-conditional: give it classes.</exception>
    /// <exception cref="ObjectDisposedException">The generator was disposed of.</exception>
    public void Generate(ReadOnlySpan<float> latents, Span<float> samples) =>
        Generate(RequireRows(latents, samples), latents, [], samples);

    /// <summary>Maps latent vectors and classes in memory to samples in memory.</summary>
    /// <param name="latents">The latent vectors, one after the other. Length: a multiple of <see cref="LatentSize"/>.</param>
    /// <param name="classes">A key value for each row: 1 for the first of <see cref="ClassNames"/>, 2 for the second.</param>
    /// <param name="samples">Where the samples go, one after the other. Length: exactly theirs, by <see cref="SampleShape"/>.</param>
    /// <remarks>As <see cref="Generate(ReadOnlySpan{float}, Span{float})"/> for class-conditional generators.</remarks>
    /// <exception cref="ArgumentException">A length does not fit, a class is none, or the spans overlap.</exception>
    /// <exception cref="InvalidOperationException">The generator is not class-conditional.</exception>
    /// <exception cref="ObjectDisposedException">The generator was disposed of.</exception>
    public void Generate(ReadOnlySpan<float> latents, ReadOnlySpan<uint> classes, Span<float> samples) =>
        Generate(RequireRows(latents, classes, samples), latents, classes, samples);

    /// <summary>The number of rows of what is given to <c>Generate</c>.</summary>
    internal int RequireRows(ReadOnlySpan<float> latents, ReadOnlySpan<float> samples)
    {
        if (_columns.Label is null) return RequireLengths(latents, samples);
        throw new InvalidOperationException(
            $"The generator must be given a class for each row, since it is class-conditional ({string.Join(", ", ClassNames)}), " +
            "but was given none. Call Generate(latents, classes, samples).");
    }

    /// <inheritdoc cref="RequireRows(ReadOnlySpan{float}, ReadOnlySpan{float})"/>
    internal int RequireRows(ReadOnlySpan<float> latents, ReadOnlySpan<uint> classes, ReadOnlySpan<float> samples)
    {
        if (_columns.Label is null)
        {
            throw new InvalidOperationException(
                "The generator must be class-conditional to be given classes, but was trained without a label column. " +
                "Call Generate(latents, samples).");
        }
        var rows = RequireLengths(latents, samples);
        if (classes.Length != rows)
            throw new ArgumentException($"The classes must be as many as the latent vectors, {rows}, but were {classes.Length}.", nameof(classes));
        var wrong = classes.IndexOfAnyExceptInRange(1u, (uint)ClassNames.Count);
        return wrong < 0 ? rows : throw new ArgumentException(
            $"The classes must be key values from 1 to {ClassNames.Count}, but that of row {wrong + 1} was {classes[wrong]}.", nameof(classes));
    }

    /// <summary>Latent vectors and classes in memory, whose lengths were checked, as rows that the generator reads.</summary>
    /// <param name="latents">The latent vectors, one after the other.</param>
    /// <param name="classes">A key value a row; null for none.</param>
    internal LatentDataView Rows(ReadOnlyMemory<float> latents, ReadOnlyMemory<uint>? classes)
    {
        var vectors = new MemoryLatents(latents, LatentSize);
        return new(vectors.Count, vectors, _columns.Latent.ColumnName, classes is { } keys
            ? LatentLabels.Given(GeneratorColumns.LabelColumnName, ClassNames, keys)
            : null);
    }

    private void Generate(int rows, ReadOnlySpan<float> latents, ReadOnlySpan<uint> classes, Span<float> samples)
    {
        if (rows > 0) _spans.Run(rows, latents, classes, samples);
    }

    private int RequireLengths(ReadOnlySpan<float> latents, ReadOnlySpan<float> samples)
    {
        var (rows, rest) = Math.DivRem(latents.Length, LatentSize);
        if (rest != 0)
            throw new ArgumentException($"The latents must have {LatentSize} values a row, but had {latents.Length} values in all.", nameof(latents));
        var size = _columns.Sample.Size;
        if (samples.Length != (long)rows * size)
        {
            throw new ArgumentException(
                $"The samples must have {(long)rows * size} values, {size} for each of {rows} latent vectors, but had {samples.Length}.",
                nameof(samples));
        }
        return latents.Overlaps(samples)
            ? throw new ArgumentException("The samples must go to memory of their own, but overlap the latents.", nameof(samples))
            : rows;
    }
}
