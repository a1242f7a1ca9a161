using Gan.Onnx;
using Microsoft.ML.Data;

namespace Gan.Serving;

/// <summary>A generator of vectors or images, served to any number of threads.</summary>
/// <remarks>
/// Requests that come at the same time are run together, and each gets the same rows as if it had run alone. A changed model file takes the place
/// of the old one between two requests. Registered by <see cref="GanServiceCollectionExtensions"/>.
/// </remarks>
public sealed class GanGenerator : IServed, IDisposable
{
    private readonly ServedGenerator<GeneratorTransformer> _served;

    internal GanGenerator(string name, GanGeneratorOptions options, ServingHost host) => _served = new(
        name, options, host,
        (mlContext, file) => new GeneratorTransformer(mlContext, file, "Latent", "Sample"),
        (generator, rows) => Sampling.Of(generator, rows, seed: 0, className: null));

    /// <value>The name that the generator was registered with; empty for the one without a name.</value>
    public string Name => _served.Name;

    Exception? IServed.Refusal => _served.Refusal;

    /// <summary>Makes samples.</summary>
    /// <param name="count">The number of samples. Range: from 1 to <see cref="ServingOptions.MostRows"/>.</param>
    /// <param name="seed">Sample i is a function of the seed, the class and i alone.</param>
    /// <param name="className">The class of all samples. Null, the default: drawn by the classes' frequencies, or none.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentException">The count is out of its range, or there is no such class.</exception>
    /// <exception cref="GanOverloadException">As many requests wait as may wait.</exception>
    /// <exception cref="InvalidOperationException">A class is asked of a generator without classes.</exception>
    /// <exception cref="ObjectDisposedException">The generator was disposed of.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the samples were made.</exception>
    public Task<GanSamples> SampleAsync(int count, int seed = 0, string? className = null, CancellationToken cancellationToken = default) =>
        _served.SampleAsync(count, generator => Sampling.Of(generator, count, seed, className), Samples, cancellationToken);

    /// <summary>Maps latent vectors in memory to samples in memory, together with other requests.</summary>
    /// <param name="latents">The latent vectors, one after the other. They must stay as they are until the task has ended.</param>
    /// <param name="samples">Where the samples go, one after the other. Length: exactly theirs. Written when all are made.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentException">A length does not fit, or there are more rows than <see cref="ServingOptions.MostRows"/>.</exception>
    /// <exception cref="GanOverloadException">As many requests wait as may wait.</exception>
    /// <exception cref="InvalidOperationException">The generator is class-conditional: give it classes.</exception>
    /// <exception cref="ObjectDisposedException">The generator was disposed of.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the samples were made.</exception>
    public Task GenerateAsync(ReadOnlyMemory<float> latents, Memory<float> samples, CancellationToken cancellationToken = default) =>
        GenerateAllAsync(latents, classes: null, samples, cancellationToken);

    /// <summary>Maps latent vectors and classes in memory to samples in memory, together with other requests.</summary>
    /// <param name="latents">The latent vectors, one after the other. They must stay as they are until the task has ended.</param>
    /// <param name="classes">A key value for each row: 1 for the first of the generator's classes. They must stay as they are, too.</param>
    /// <param name="samples">Where the samples go, one after the other. Length: exactly theirs. Written when all are made.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, a class is none, or there are more rows than <see cref="ServingOptions.MostRows"/>.
    /// </exception>
    /// <exception cref="GanOverloadException">As many requests wait as may wait.</exception>
    /// <exception cref="InvalidOperationException">The generator is not class-conditional.</exception>
    /// <exception cref="ObjectDisposedException">The generator was disposed of.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the samples were made.</exception>
    public Task GenerateAsync(
        ReadOnlyMemory<float> latents, ReadOnlyMemory<uint> classes, Memory<float> samples, CancellationToken cancellationToken = default) =>
        GenerateAllAsync(latents, classes, samples, cancellationToken);

    /// <summary>The generator itself, for what <see cref="SampleAsync"/> does not do. End the lease soon: it keeps an old model in memory.</summary>
    /// <param name="cancellationToken">Ends the waiting for the first load.</param>
    public ValueTask<GeneratorLease<GeneratorTransformer>> LeaseAsync(CancellationToken cancellationToken = default) =>
        _served.LeaseAsync(cancellationToken);

    /// <summary>Loads the model anew, from wherever it is. Where that fails, the generator goes on with the model that it has.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="InvalidDataException">The file is not a whole generator file.</exception>
    public Task ReloadAsync(CancellationToken cancellationToken = default) => _served.ReloadAsync(cancellationToken);

    /// <summary>Takes no more requests. Those that wait are answered, then the model is closed.</summary>
    public void Dispose() => _served.Dispose();

    async Task IServed.LoadAsync(CancellationToken cancellationToken) => (await LeaseAsync(cancellationToken).ConfigureAwait(false)).Dispose();

    private async Task GenerateAllAsync(
        ReadOnlyMemory<float> latents, ReadOnlyMemory<uint>? classes, Memory<float> samples, CancellationToken cancellationToken)
    {
        int count;
        using (var lease = await LeaseAsync(cancellationToken).ConfigureAwait(false))
            count = Sampling.Rows(lease.Generator, latents, classes, samples);
        if (count == 0) return;
        var values = await _served.SampleAsync(
            count, generator => Sampling.Of(generator, latents, classes, samples), (_, request) => request.Vectors, cancellationToken)
            .ConfigureAwait(false);
        values.CopyTo(samples);
    }

    private static GanSamples Samples(GeneratorTransformer generator, SamplingRequest request)
    {
        var sampling = request.Sampling;
        IReadOnlyList<string> classes = generator.ClassNames.Count == 0 ? [] :
            [.. sampling.Inputs.GetColumn<uint>(GeneratorColumns.LabelColumnName).Select(key => generator.ClassNames[(int)key - 1])];
        return new(sampling.Count, generator.SampleShape, classes, request.Vectors);
    }
}
