namespace Gan.Serving;

/// <summary>A generator and the count of those who use it; the last one to release it disposes of it.</summary>
internal sealed class SharedGenerator<TGenerator>(TGenerator generator)
    where TGenerator : class, IDisposable
{
    private int _users = 1;                     // who made it

    public TGenerator Generator => generator;

    /// <summary>Counts one more user; false if the last one has gone.</summary>
    public bool TryUse()
    {
        for (var users = Volatile.Read(ref _users); users > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users) return true;
            users = seen;
        }
        return false;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0) generator.Dispose();
    }
}
