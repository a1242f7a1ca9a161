using Microsoft.Extensions.Hosting;

namespace Gan.Serving;

/// <summary>Loads a generator before its program serves: a program whose model can't be loaded does not start.</summary>
/// <param name="served">The generator. It is made when it is started, after the options of all generators were checked.</param>
internal sealed class GeneratorStart(Func<IServed> served) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => served().LoadAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
