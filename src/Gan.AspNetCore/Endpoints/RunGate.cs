using System.Threading.Channels;

namespace Gan.AspNetCore;

/// <summary>Lets in as many runs at a time as there may be; others wait, and who would wait behind too many is refused.</summary>
internal sealed class RunGate
{
    private readonly string _name;
    private readonly int _mostWaiting;
    private readonly Channel<Place> _free = Channel.CreateUnbounded<Place>();
    private int _waiting;

    /// <param name="name">The model's name in messages.</param>
    /// <param name="mostRuns">The most runs at a time.</param>
    /// <param name="mostWaiting">The most runs that wait.</param>
    public RunGate(string name, int mostRuns, int mostWaiting)
    {
        (_name, _mostWaiting) = (name, mostWaiting);
        for (var i = 0; i < mostRuns; i++) _free.Writer.TryWrite(new Place(this));
    }

    /// <summary>Waits for a place. To dispose of it is to leave.</summary>
    /// <exception cref="RequestException">As many wait as may wait.</exception>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (_free.Reader.TryRead(out var place)) return place;
        try
        {
            if (Interlocked.Increment(ref _waiting) <= _mostWaiting) return await _free.Reader.ReadAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
        throw new RequestException(
            StatusCodes.Status503ServiceUnavailable,
            $"Model '{_name}' must have fewer than {_mostWaiting} waiting runs, but has as many. Try again later.");
    }

    private sealed class Place(RunGate gate) : IDisposable
    {
        public void Dispose() => gate._free.Writer.TryWrite(this);
    }
}
