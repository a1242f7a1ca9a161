namespace Gan.Serving.Tests.Batching;

/// <summary>A queue whose runs a test can hold and look at.</summary>
internal sealed class QueueRuns : IDisposable
{
    private readonly BatchRunner _runner = new();
    private readonly SemaphoreSlim _permits;
    private readonly SemaphoreSlim _begun = new(0);
    private readonly HashSet<SamplingRequest> _unfinished = [];
    private readonly Onnx.GeneratorTransformer _generator;

    public QueueRuns(byte[] model, GanGeneratorOptions options, bool isHeld = false, TimeProvider? time = null)
    {
        _generator = Served.Load(model);
        _permits = new(isHeld ? 0 : 1 << 20);
        Queue = new RequestQueue("small", options, Run, time ?? TimeProvider.System);
    }

    public RequestQueue Queue { get; }

    /// <value>The rows of each request in each run, as "1 2 1".</value>
    public List<string> Runs { get; } = [];

    /// <value>The most requests that were unfinished after a run.</value>
    public int MostUnfinished { get; private set; }

    /// <value>Thrown by the runs; null for nothing.</value>
    public Exception? Failure { get; set; }

    public Task RunBeginsAsync() => _begun.WaitAsync();

    public void Release(int runs = 1) => _permits.Release(runs);

    public SamplingRequest Add(int count, int seed = 0, IDisposable? lease = null, CancellationToken cancellationToken = default)
    {
        var request = new SamplingRequest(Sampling.Of(_generator, count, seed, className: null), lease, cancellationToken);
        Queue.Add(request);
        return request;
    }

    public float[] Alone(int count, int seed = 0) => Served.Alone(_generator, count, seed);

    public void Dispose()
    {
        Queue.Close();
        _permits.Release(1 << 20);
        Queue.Ended.Wait();
        _runner.Dispose();
        _generator.Dispose();
    }

    private void Run(IReadOnlyList<RequestPart> parts)
    {
        lock (Runs) Runs.Add(string.Join(' ', parts.Select(part => part.Rows)));
        _begun.Release();
        _permits.Wait();
        if (Failure is { } failure) throw failure;
        _runner.Run(parts);
        _unfinished.UnionWith(parts.Select(part => part.Request));
        _unfinished.RemoveWhere(request => request.Missing == 0);
        MostUnfinished = Math.Max(MostUnfinished, _unfinished.Count);
    }
}
