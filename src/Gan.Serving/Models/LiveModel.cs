using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;

namespace Gan.Serving;

/// <summary>The generator that is in service: loaded when it is first asked for, replaced when its file has changed.</summary>
/// <param name="name">The generator's name in messages and metrics.</param>
/// <param name="source">Where its file is.</param>
/// <param name="open">Makes a generator of the file's bytes, and warms it up.</param>
/// <param name="metrics">Counts the loads.</param>
/// <param name="log">Is told of loads and refusals.</param>
internal sealed class LiveModel<TGenerator>(
    string name, ModelSource source, Func<byte[], TGenerator> open, ServingMetrics metrics, ILogger log) : IDisposable
    where TGenerator : class, IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private SharedGenerator<TGenerator>? _current;
    private volatile bool _isDisposed;

    /// <value>Why the newest file is not in service; null if it is.</value>
    public Exception? Refusal { get; private set; }

    /// <value>Of the file that was last loaded or refused.</value>
    public object? Stamp { get; private set; }

    /// <summary>The generator, for as long as the lease lasts; the first call loads it.</summary>
    /// <exception cref="ObjectDisposedException">The generator's owner was disposed of.</exception>
    public async ValueTask<GeneratorLease<TGenerator>> LeaseAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var current = Volatile.Read(ref _current);
            if (current?.TryUse() == true) return new GeneratorLease<TGenerator>(current);
            if (current is null) await LoadAsync(isFirst: true, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Loads the model anew. Requests that have begun go on with the generator that they began with.</summary>
    public Task ReloadAsync(CancellationToken cancellationToken) => LoadAsync(isFirst: false, cancellationToken);

    public void Dispose()
    {
        _isDisposed = true;
        Interlocked.Exchange(ref _current, null)?.Release();
    }

    private async Task LoadAsync(bool isFirst, CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(TGenerator));
            if (isFirst && _current is not null) return;
            if (isFirst && Stamp is not null && Refusal is { } refusal && Equals(Stamp, source.Stamp())) ExceptionDispatchInfo.Throw(refusal);
            await ReplaceAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task ReplaceAsync(CancellationToken cancellationToken)
    {
        using var activity = ServingMetrics.StartActivity("gan.load", name);
        Stamp = source.Stamp();                 // before it is read, so that a later change is seen
        try
        {
            var file = await source.ReadAsync(cancellationToken).ConfigureAwait(false);
            var generator = await Task.Run(() => open(file), cancellationToken).ConfigureAwait(false);
            Interlocked.Exchange(ref _current, new SharedGenerator<TGenerator>(generator))?.Release();
            if (_isDisposed) Dispose();
            Refusal = null;
            metrics.Loaded(name, refusal: null);
            ServingLog.Loaded(log, name, source, file.Length);
        }
        catch (Exception refusal) when (refusal is not OperationCanceledException)
        {
            Refusal = refusal;
            metrics.Loaded(name, refusal);
            activity?.SetStatus(ActivityStatusCode.Error, refusal.Message);
            if (_current is null) ServingLog.Refused(log, refusal, name, source, refusal.Message);
            else ServingLog.KeptOld(log, refusal, name, source, refusal.Message);
            throw;
        }
    }
}
