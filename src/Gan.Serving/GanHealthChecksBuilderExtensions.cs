using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gan.Serving;

/// <summary>Adds checks of served generators: degraded with an older model because the newest was refused, unhealthy without one.</summary>
public static class GanHealthChecksBuilderExtensions
{
    /// <summary>Adds a check of a <see cref="GanGenerator"/>, called gan, or gan-NAME.</summary>
    /// <param name="builder">The program's checks.</param>
    /// <param name="name">The generator's name. Default: the one without a name.</param>
    public static IHealthChecksBuilder AddGanGenerator(this IHealthChecksBuilder builder, string name = "") =>
        Add<GanGenerator>(builder, "gan", name);

    /// <summary>Adds a check of a <see cref="TabularGanGenerator"/>, called tabular-gan, or tabular-gan-NAME.</summary>
    /// <param name="builder">The program's checks.</param>
    /// <param name="name">The generator's name. Default: the one without a name.</param>
    public static IHealthChecksBuilder AddTabularGanGenerator(this IHealthChecksBuilder builder, string name = "") =>
        Add<TabularGanGenerator>(builder, "tabular-gan", name);

    private static IHealthChecksBuilder Add<TGenerator>(IHealthChecksBuilder builder, string kind, string name)
        where TGenerator : class, IServed
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(name);
        return builder.Add(new HealthCheckRegistration(
            name.Length == 0 ? kind : $"{kind}-{name}",
            services => new GeneratorHealthCheck(Registration.Served<TGenerator>(services, name)), failureStatus: null, tags: null));
    }
}
