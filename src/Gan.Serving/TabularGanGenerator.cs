using Gan.Onnx;
using Microsoft.ML;

namespace Gan.Serving;

/// <summary>A generator of table rows, served to any number of threads.</summary>
/// <remarks>
/// Requests that come at the same time are run together, whatever each gives, and each gets the same rows as if it had run alone. A changed
/// model file takes the place of the old one between two requests. Registered by <see cref="TabularGanServiceCollectionExtensions"/>.
/// </remarks>
public sealed class TabularGanGenerator : IServed, IDisposable
{
    private readonly ServedGenerator<TabularGenerator> _served;

    internal TabularGanGenerator(string name, TabularGanGeneratorOptions options, ServingHost host) => _served = new(
        name, options, host,
        (mlContext, file) => new TabularGenerator(mlContext, file) { PersonalData = options.PersonalData },
        (generator, rows) => Sampling.Of(generator, rows, seed: 0, where: null));

    /// <value>The name that the generator was registered with; empty for the one without a name.</value>
    public string Name => _served.Name;

    Exception? IServed.Refusal => _served.Refusal;

    /// <summary>Makes rows.</summary>
    /// <param name="count">The number of rows. Range: from 1 to <see cref="ServingOptions.MostRows"/>.</param>
    /// <param name="seed">Row i is a function of the seed, of <paramref name="where"/> and of i alone.</param>
    /// <param name="where">What holds of every row, by column, as <see cref="TabularGenerator"/> has it. Null, the default, for nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The training table's columns, in memory.</returns>
    /// <exception cref="ArgumentException">The count is out of its range, or a column cannot be given, or not so.</exception>
    /// <exception cref="GanOverloadException">As many requests wait as may wait.</exception>
    /// <exception cref="ObjectDisposedException">The generator was disposed of.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the rows were made.</exception>
    public Task<IDataView> SampleAsync(
        int count, int seed = 0, IReadOnlyDictionary<string, string>? where = null, CancellationToken cancellationToken = default) =>
        _served.SampleAsync(
            count, generator => Sampling.Of(generator, count, seed, where), (generator, request) => Rows(generator, request, seed),
            cancellationToken);

    /// <summary>The generator itself, for what <see cref="SampleAsync"/> does not do. End the lease soon: it keeps an old model in memory.</summary>
    /// <param name="cancellationToken">Ends the waiting for the first load.</param>
    public ValueTask<GeneratorLease<TabularGenerator>> LeaseAsync(CancellationToken cancellationToken = default) =>
        _served.LeaseAsync(cancellationToken);

    /// <summary>Loads the model anew, from wherever it is. Where that fails, the generator goes on with the model that it has.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="InvalidDataException">The file is not a whole generator file.</exception>
    public Task ReloadAsync(CancellationToken cancellationToken = default) => _served.ReloadAsync(cancellationToken);

    /// <summary>Takes no more requests. Those that wait are answered, then the model is closed.</summary>
    public void Dispose() => _served.Dispose();

    async Task IServed.LoadAsync(CancellationToken cancellationToken) => (await LeaseAsync(cancellationToken).ConfigureAwait(false)).Dispose();

    private static IDataView Rows(TabularGenerator generator, SamplingRequest request, int seed) =>
        generator.WithIdentifiers(new CollectedRows(generator.MadeSchema, request.Columns, request.Sampling.Count), seed);
}
