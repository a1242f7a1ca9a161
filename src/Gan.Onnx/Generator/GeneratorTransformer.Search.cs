namespace Gan.Onnx;

public sealed partial class GeneratorTransformer
{
    /// <summary>Searches for the latent vector whose sample is nearest to a given one.</summary>
    /// <param name="sample">The sample. Length: the product of <see cref="SampleShape"/>.</param>
    /// <param name="options">How long to search. Null for the defaults.</param>
    /// <remarks>
    /// Vectors are drawn from the prior; from the best of them an evolution strategy goes on (Hansen and Ostermeier 2001), which needs no gradient.
    /// The error is the root mean squared difference. Components stay where the prior is: from -4 to 4 of a normal one, from -1 to 1 of a uniform
    /// one. So a sample that the generator cannot make gets the nearest that was found, with a great error.
    /// </remarks>
    /// <exception cref="ArgumentException">The length does not fit, or an option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The generator is class-conditional: give it a class.</exception>
    public LatentMatch FindLatent(ReadOnlySpan<float> sample, LatentSearchOptions? options = null) =>
        FindLatent(sample, key: null, options ?? new());

    /// <summary>Searches for the latent vector whose sample of a class is nearest to a given one.</summary>
    /// <param name="sample">The sample, of this class or another. Length: the product of <see cref="SampleShape"/>.</param>
    /// <param name="className">One of <see cref="ClassNames"/>.</param>
    /// <param name="options">How long to search. Null for the defaults.</param>
    /// <remarks>As <see cref="FindLatent(ReadOnlySpan{float}, LatentSearchOptions)"/> for class-conditional generators.</remarks>
    /// <exception cref="ArgumentException">The length does not fit, there is no such class, or an option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The generator is not class-conditional.</exception>
    public LatentMatch FindLatent(ReadOnlySpan<float> sample, string className, LatentSearchOptions? options = null) =>
        FindLatent(sample, (uint)RequireClass(className) + 1, options ?? new());

    /// <summary>Walks from a sample to the most typical sample of a class.</summary>
    /// <param name="sample">The sample, of any class. Length: the product of <see cref="SampleShape"/>.</param>
    /// <param name="className">One of <see cref="ClassNames"/>.</param>
    /// <param name="latents">Where the latent vectors of the walk go, one after the other. Length: those of two vectors or more.</param>
    /// <param name="options">How long to search for either end. Null for the defaults.</param>
    /// <returns>The key value of the class, which all vectors of the walk are to be given to <c>Generate</c> with.</returns>
    /// <remarks>
    /// A generator knows a class as a key, and there is nothing between two keys. So the whole walk is within the class: from its sample that is
    /// nearest to the given one, to the one that is nearest to the mean of 256 samples of it; between them on the arc for a normal prior, on the
    /// line for a uniform one.
    /// </remarks>
    /// <exception cref="ArgumentException">A length does not fit, there is no such class, or an option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The generator is not class-conditional.</exception>
    public uint WalkToClass(ReadOnlySpan<float> sample, string className, Span<float> latents, LatentSearchOptions? options = null)
    {
        var key = (uint)RequireClass(className) + 1;
        LatentSpace.RequireRows(LatentSize, latents, least: 2);
        options ??= new();
        var from = FindLatent(sample, key, options).Latent.Span;
        var to = FindLatent(MeanSample(key, options.Seed), key, options).Latent.Span;
        if (Prior == LatentPrior.Normal) LatentSpace.SphericalPath(from, to, latents);
        else LatentSpace.LinearPath(from, to, latents);
        return key;
    }

    private LatentMatch FindLatent(ReadOnlySpan<float> sample, uint? key, LatentSearchOptions options)
    {
        if (sample.Length != _columns.Sample.Size)
            throw new ArgumentException($"The sample must have {_columns.Sample.Size} values, but had {sample.Length}.", nameof(sample));
        var wanted = sample.ToArray();
        float[] samples = [];
        return LatentSearch.Run(Measure, LatentSize, Prior, options);

        void Measure(ReadOnlySpan<float> latents, Span<double> errors)
        {
            var length = errors.Length * wanted.Length;
            if (samples.Length < length) samples = new float[length];
            GenerateOf(key, latents, samples.AsSpan(0, length));
            for (var i = 0; i < errors.Length; i++)
                errors[i] = SampleDistance.RootMeanSquare(wanted, samples.AsSpan(i * wanted.Length, wanted.Length));
        }
    }

    private float[] MeanSample(uint key, int seed)
    {
        var latents = new float[LatentSearch.BatchSize * LatentSize];
        var samples = new float[LatentSearch.BatchSize * _columns.Sample.Size];
        TruncatedLatents.Fill(new(seed, LatentSize, Prior, LatentStream.Candidate), 0, float.PositiveInfinity, latents);
        GenerateOf(key, latents, samples);
        return SampleDistance.Mean(samples, _columns.Sample.Size);
    }

    private void GenerateOf(uint? key, ReadOnlySpan<float> latents, Span<float> samples)
    {
        if (key is { } label) Generate(latents, [.. Enumerable.Repeat(label, latents.Length / LatentSize)], samples);
        else Generate(latents, samples);
    }
}
