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

    private static GanSamples Samples(GeneratorTransformer generator, SamplingRequest request)
    {
        var sampling = request.Sampling;
        IReadOnlyList<string> classes = generator.ClassNames.Count == 0 ? [] :
            [.. sampling.Inputs.GetColumn<uint>(GeneratorColumns.LabelColumnName).Select(key => generator.ClassNames[(int)key - 1])];
        return new(sampling.Count, generator.SampleShape, classes, ((CollectedVectors)request.Columns[0]).Values);
    }
}
