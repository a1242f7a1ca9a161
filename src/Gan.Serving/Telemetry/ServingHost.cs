using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gan.Serving;

/// <summary>What a generator takes of the program around it. Where the program has none, there is a substitute.</summary>
internal sealed class ServingHost(ServingMetrics metrics, ILogger log, TimeProvider time)
{
    public ServingMetrics Metrics => metrics;

    public ILogger Log => log;

    public TimeProvider Time => time;

    public static ServingHost Of(IServiceProvider services) => new(
        services.GetRequiredService<ServingMetrics>(),
        services.GetService<ILoggerFactory>()?.CreateLogger(ServingMetrics.Name) ?? NullLogger.Instance,
        services.GetService<TimeProvider>() ?? TimeProvider.System);

    /// <summary>The metrics that all generators of a program share.</summary>
    public static ServingMetrics MetricsOf(IServiceProvider services) => new(services.GetService<IMeterFactory>());
}
