namespace Microsoft.ML.Gan.Tests.Exchange;

/// <summary>Ranks that are threads of this process.</summary>
internal sealed class ThreadRanks : IDisposable
{
    private readonly float[][] _values;
    private readonly Barrier _barrier;
    private readonly CancellationTokenSource _failure = new();

    private ThreadRanks(int size) => (_values, _barrier) = (new float[size][], new Barrier(size));

    /// <summary>Runs all ranks, and gives what each made.</summary>
    /// <exception cref="AggregateException">Ranks failed.</exception>
    public static T[] Run<T>(int size, Func<IGanExchange, T> run)
    {
        using var ranks = new ThreadRanks(size);
        return [.. Task.WhenAll(Enumerable.Range(0, size).Select(rank => Task.Factory.StartNew(
            () => ranks.Run(new Member(ranks, rank), run), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).Result];
    }

    public void Dispose()
    {
        _barrier.Dispose();
        _failure.Dispose();
    }

    private T Run<T>(Member member, Func<IGanExchange, T> run)
    {
        try
        {
            return run(member);
        }
        catch
        {
            _failure.CancelAfter(TimeSpan.FromSeconds(5));            // the others may fail by themselves
            throw;
        }
    }

    private sealed class Member(ThreadRanks all, int rank) : IGanExchange
    {
        public int Rank => rank;

        public int Size => all._values.Length;

        public void Sum(Span<float> values)
        {
            all._values[rank] = values.ToArray();
            all._barrier.SignalAndWait(all._failure.Token);
            values.Clear();
            foreach (var other in all._values)
                for (var i = 0; i < values.Length; i++) values[i] += other[i];
            all._barrier.SignalAndWait(all._failure.Token);
        }
    }
}
