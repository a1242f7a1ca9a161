using Gan.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace Gan.AspNetCore;

/// <summary>A registered generator of either kind.</summary>
internal abstract class Sampler
{
    public abstract IServed Served { get; }

    /// <summary>The model in service.</summary>
    public abstract ValueTask<OpenModel> OpenAsync(CancellationToken cancellationToken);

    /// <summary>The generator of a name.</summary>
    /// <exception cref="InvalidOperationException">There is none, or one of each kind.</exception>
    public static Sampler Of(IServiceProvider services, string name)
    {
        var (vectors, table) = (Find<GanGenerator>(services, name), Find<TabularGanGenerator>(services, name));
        var which = name.Length == 0 ? "without a name" : $"of the name '{name}'";
        return (vectors, table) switch
        {
            ({ } generator, null) => new VectorSampler(generator),
            (null, { } generator) => new TableSampler(generator),
            (null, null) => throw new InvalidOperationException(
                $"MapGan must find a generator {which}, but none is registered. Register one by AddGan, AddGanGenerator or AddTabularGanGenerator."),
            _ => throw new InvalidOperationException(
                $"MapGan must find one generator {which}, but a {nameof(GanGenerator)} and a {nameof(TabularGanGenerator)} are registered. " +
                "Give them different names."),
        };
    }

    private static TGenerator? Find<TGenerator>(IServiceProvider services, string name)
        where TGenerator : class => name.Length == 0 ? services.GetService<TGenerator>() : services.GetKeyedService<TGenerator>(name);
}
