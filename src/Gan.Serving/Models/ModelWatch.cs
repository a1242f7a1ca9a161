namespace Gan.Serving;

/// <summary>Looks at a model's file from time to time, and loads it when it has changed and stayed the same since the last look.</summary>
/// <remarks>Looking works on all volumes; notices of changes do not come from those of a network or a container.</remarks>
internal static class ModelWatch
{
    public static async Task RunAsync<TGenerator>(
        LiveModel<TGenerator> model, ModelSource source, TimeSpan interval, TimeProvider time, CancellationToken cancellationToken)
        where TGenerator : class, IDisposable
    {
        using var timer = new PeriodicTimer(interval, time);
        object? last = null;
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            var stamp = source.Stamp();
            var isWritten = Equals(stamp, last);
            last = stamp;
            if (stamp is null || !isWritten || model.Stamp is null || Equals(stamp, model.Stamp)) continue;
            await TryReloadAsync(model, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task TryReloadAsync<TGenerator>(LiveModel<TGenerator> model, CancellationToken cancellationToken)
        where TGenerator : class, IDisposable
    {
        try
        {
            await model.ReloadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception refusal) when (refusal is not OperationCanceledException)
        {
            // the model has said so in the log, and goes on with the generator that it has
        }
    }
}
