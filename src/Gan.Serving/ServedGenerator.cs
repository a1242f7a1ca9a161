using System.Diagnostics;
using Microsoft.ML;

namespace Gan.Serving;

/// <summary>What all served generators do: keep the newest model, and answer requests in batches.</summary>
internal sealed class ServedGenerator<TGenerator> : IDisposable
    where TGenerator : class, IDisposable
{
    private readonly string _name;
    private readonly ServingOptions _options;
    private readonly ServingHost _host;
    private readonly ModelSource _source;
    private readonly LiveModel<TGenerator> _model;
    private readonly BatchRunner _runner = new();
    private readonly RequestQueue _queue;
    private readonly CancellationTokenSource _stop = new();

    /// <param name="name">The generator's name.</param>
    /// <param name="options">Its options, which were found to be valid.</param>
    /// <param name="host">The log, metrics and time of the host.</param>
    /// <param name="load">Makes a generator of a file's bytes.</param>
    /// <param name="warmUp">Asks a generator for a number of rows.</param>
    public ServedGenerator(
        string name, ServingOptions options, ServingHost host, Func<MLContext, byte[], TGenerator> load, Func<TGenerator, int, Sampling> warmUp)
    {
        (_name, _options, _host) = (name, options, host);
        _source = ModelSource.Create(options);
        var mlContext = options.MLContext ?? new MLContext();
        _model = new(name, _source, file => Open(load(mlContext, file), warmUp), host.Metrics, host.Log);
        _queue = new RequestQueue(name, options, _runner.Run, host.Time);
        _ = _queue.Ended.ContinueWith(_ => _runner.Dispose(), TaskScheduler.Default);
        if (options.ReloadInterval > TimeSpan.Zero) _ = ModelWatch.RunAsync(_model, _source, options.ReloadInterval, host.Time, _stop.Token);
    }

    public string Name => _name;

    /// <value>Why the newest file is not in service; null if it is.</value>
    public Exception? Refusal => _model.Refusal;

    public ValueTask<GeneratorLease<TGenerator>> LeaseAsync(CancellationToken cancellationToken) => _model.LeaseAsync(cancellationToken);

    public Task ReloadAsync(CancellationToken cancellationToken) => _model.ReloadAsync(cancellationToken);

    /// <summary>Makes rows together with those of other requests.</summary>
    /// <param name="count">The number of rows.</param>
    /// <param name="ask">Asks the generator for them.</param>
    /// <param name="answer">Makes the answer of the generator and the request's cells.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<TAnswer> SampleAsync<TAnswer>(
        int count, Func<TGenerator, Sampling> ask, Func<TGenerator, SamplingRequest, TAnswer> answer, CancellationToken cancellationToken)
    {
        var start = _host.Time.GetTimestamp();
        using var activity = ServingMetrics.StartActivity("gan.sample", _name)?.SetTag("gan.rows", count);
        try
        {
            RequireCount(count);
            cancellationToken.ThrowIfCancellationRequested();
            var lease = await LeaseAsync(cancellationToken).ConfigureAwait(false);
            var generator = lease.Generator;
            var request = Request(ask, lease, cancellationToken);
            _queue.Add(request);
            await request.Completion.ConfigureAwait(false);
            var result = answer(generator, request);        // of what it says of itself: its session may be closed by now
            _host.Metrics.Sampled(_name, count, _host.Time.GetElapsedTime(start), failure: null);
            return result;
        }
        catch (Exception failure)
        {
            activity?.SetStatus(ActivityStatusCode.Error, failure.Message);
            _host.Metrics.Sampled(_name, count, _host.Time.GetElapsedTime(start), failure);
            throw;
        }
    }

    /// <summary>Takes no more requests. Those that wait are answered, then the generator is disposed of.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _queue.Close();
        _model.Dispose();
    }

    private static SamplingRequest Request(Func<TGenerator, Sampling> ask, GeneratorLease<TGenerator> lease, CancellationToken cancellationToken)
    {
        try
        {
            return new SamplingRequest(ask(lease.Generator), lease, cancellationToken);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    private TGenerator Open(TGenerator generator, Func<TGenerator, int, Sampling> warmUp)
    {
        try
        {
            using var runner = new BatchRunner();
            using var request = new SamplingRequest(warmUp(generator, _options.WarmUpRows), lease: null, CancellationToken.None);
            runner.RunAlone(request);
            return generator;
        }
        catch
        {
            generator.Dispose();
            throw;
        }
    }

    private void RequireCount(int count)
    {
        if (count >= 1 && count <= _options.MostRows) return;
        throw new ArgumentOutOfRangeException(
            nameof(count), FormattableString.Invariant($"The count must be from 1 to {_options.MostRows}, but was {count}. ") +
            $"Ask for fewer rows, or set a greater {nameof(ServingOptions.MostRows)}.");
    }
}
