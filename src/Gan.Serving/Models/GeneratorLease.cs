namespace Gan.Serving;

/// <summary>A generator that stays open until the lease ends, even if another has taken its place by then.</summary>
/// <typeparam name="TGenerator">The type of the generator.</typeparam>
public sealed class GeneratorLease<TGenerator> : IDisposable
    where TGenerator : class, IDisposable
{
    private SharedGenerator<TGenerator>? _shared;

    internal GeneratorLease(SharedGenerator<TGenerator> shared) => _shared = shared;

    /// <value>The generator. Do not dispose of it: end the lease.</value>
    /// <exception cref="ObjectDisposedException">The lease has ended.</exception>
    public TGenerator Generator
    {
        get
        {
            ObjectDisposedException.ThrowIf(_shared is null, this);
            return _shared.Generator;
        }
    }

    /// <summary>Ends the lease.</summary>
    public void Dispose() => Interlocked.Exchange(ref _shared, null)?.Release();
}
