using System.Threading.Channels;

namespace Gan.Serving;

/// <summary>Requests that wait for their turn, and the loop that runs as many of them together as there are.</summary>
/// <remarks>
/// A large request takes part in several runs. While others wait it gets at most half of each, so that small ones pass it. Few are unfinished at
/// a time, so that their memory is bounded and the others wait where they are counted.
/// </remarks>
internal sealed class RequestQueue
{
    /// <summary>The requests that may be unfinished when a run takes more; it can leave one more behind.</summary>
    internal const int MostUnfinished = 8;

    private readonly string _name;
    private readonly ServingOptions _options;
    private readonly Action<IReadOnlyList<RequestPart>> _run;
    private readonly TimeProvider _time;
    private readonly Channel<SamplingRequest> _waiting;
    private readonly Queue<SamplingRequest> _unfinished = [];
    private volatile bool _isClosed;

    /// <param name="name">The generator's name in messages.</param>
    /// <param name="options">How many requests wait, how long, and how many rows run together.</param>
    /// <param name="run">Makes rows of requests to one generator.</param>
    /// <param name="time">What waiting is measured by.</param>
    public RequestQueue(string name, ServingOptions options, Action<IReadOnlyList<RequestPart>> run, TimeProvider time)
    {
        (_name, _options, _run, _time) = (name, options, run, time);
        _waiting = Channel.CreateBounded<SamplingRequest>(new BoundedChannelOptions(options.QueueLength) { SingleReader = true });
        Ended = Task.Run(WorkAsync);
    }

    /// <value>Ends when the queue is closed and all requests are answered.</value>
    public Task Ended { get; }

    /// <summary>Puts a request in the queue, which disposes of it when it is answered.</summary>
    /// <exception cref="GanOverloadException">The queue is full.</exception>
    public void Add(SamplingRequest request)
    {
        if (_waiting.Writer.TryWrite(request)) return;
        request.Dispose();
        ObjectDisposedException.ThrowIf(_isClosed, typeof(RequestQueue));
        throw new GanOverloadException(_name, _options.QueueLength);
    }

    /// <summary>Takes no more requests; those that wait are answered.</summary>
    public void Close()
    {
        _isClosed = true;
        _waiting.Writer.TryComplete();
    }

    private async Task WorkAsync()
    {
        while (_unfinished.Count > 0 || await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var parts = await TakeAsync().ConfigureAwait(false);
            foreach (var together in parts.GroupBy(part => part.Request.Sampling.Generator)) Run([.. together]);
            foreach (var (request, _) in parts)
            {
                if (request.Completion.IsCompleted) request.Dispose();
                else _unfinished.Enqueue(request);
            }
        }
    }

    private void Run(IReadOnlyList<RequestPart> parts)
    {
        try
        {
            _run(parts);
        }
        catch (Exception failure)
        {
            foreach (var part in parts) part.Request.Fail(failure);
        }
    }

    /// <summary>The rows of the next run: those at hand, and those that come while there is time and room.</summary>
    private async Task<List<RequestPart>> TakeAsync()
    {
        var parts = new List<RequestPart>();
        var room = _options.LargestBatch;
        var takesMore = _unfinished.Count <= MostUnfinished;
        if (_unfinished.TryDequeue(out var unfinished)) Take(unfinished, takesMore && _waiting.Reader.Count > 0 ? Math.Max(1, room / 2) : room);
        if (!takesMore) return parts;
        TakeWaiting();
        if (room == 0 || parts.Count == 0 || _options.LongestWait == TimeSpan.Zero) return parts;

        using var patience = new CancellationTokenSource(_options.LongestWait, _time);
        try
        {
            while (room > 0 && await _waiting.Reader.WaitToReadAsync(patience.Token).ConfigureAwait(false)) TakeWaiting();
        }
        catch (OperationCanceledException)
        {
            // the longest wait is over
        }
        return parts;

        void TakeWaiting()
        {
            while (room > 0 && _waiting.Reader.TryRead(out var request)) Take(request, room);
        }

        void Take(SamplingRequest request, int most)
        {
            if (request.Completion.IsCompleted)             // who asked no longer waits
            {
                request.Dispose();
                return;
            }
            if (parts.Count == 0) room = Math.Min(room, request.Sampling.MostRowsTogether);
            var rows = Math.Min(Math.Min(most, room), request.Missing);
            parts.Add(new(request, rows));
            room -= rows;
        }
    }
}
