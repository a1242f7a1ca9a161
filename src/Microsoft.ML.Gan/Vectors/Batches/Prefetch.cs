using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Microsoft.ML.Gan.Vectors.Batches;

/// <summary>Makes the items of a sequence without end on a thread of its own, a few before they are asked for.</summary>
internal sealed class Prefetch<T> : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly BlockingCollection<T> _items;
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _failure;

    /// <param name="items">The sequence, which ends when it is told to stop. The thread alone runs it.</param>
    /// <param name="ahead">How many items may wait.</param>
    public Prefetch(Func<CancellationToken, IEnumerable<T>> items, int ahead)
    {
        _items = new(ahead);
        _thread = new Thread(() => Run(items)) { IsBackground = true, Name = "GAN's rows" };
        _thread.Start();
    }

    /// <summary>The next item. What the sequence throws is thrown here, after the items before it.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before it was there.</exception>
    public T Next(CancellationToken cancellationToken)
    {
        var isThere = _items.TryTake(out var item, Timeout.Infinite, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (isThere) return item!;
        _failure?.Throw();
        throw new InvalidOperationException("The sequence must have no end, but ended.");
    }

    /// <summary>Stops the thread, and waits until it has ended.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _thread.Join();
        _items.Dispose();
        _stop.Dispose();
    }

    private void Run(Func<CancellationToken, IEnumerable<T>> items)
    {
        try
        {
            foreach (var item in items(_stop.Token)) _items.Add(item, _stop.Token);
        }
        catch (Exception failure)
        {
            _failure = ExceptionDispatchInfo.Capture(failure);
        }
        finally
        {
            _items.CompleteAdding();
        }
    }
}
