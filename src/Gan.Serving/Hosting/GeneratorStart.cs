using Microsoft.Extensions.Hosting;

namespace Gan.Serving;

/// <summary>Loads a generator before its program serves: a program whose model can't be loaded does not start.</summary>
internal sealed class GeneratorStart(IServed served) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => served.LoadAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
