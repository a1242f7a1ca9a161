using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Gan.Serving;

/// <summary>Puts a served generator, its options and its start into a program's services.</summary>
internal static class Registration
{
    /// <param name="services">The program's services.</param>
    /// <param name="name">The generator's name; the one without a name is registered without a key.</param>
    /// <param name="create">Makes it of its name and options.</param>
    /// <returns>What its options are set by.</returns>
    public static OptionsBuilder<TOptions> Add<TGenerator, TOptions>(
        IServiceCollection services, string name, Func<string, TOptions, ServingHost, TGenerator> create)
        where TGenerator : class, IServed
        where TOptions : ServingOptions
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        var options = services.AddOptions<TOptions>(name);
        object? key = name.Length == 0 ? null : name;
        if (services.Any(service => service.ServiceType == typeof(TGenerator) && Equals(service.ServiceKey, key))) return options;

        services.TryAddSingleton(ServingHost.MetricsOf);
        services.AddSingleton<IValidateOptions<TOptions>>(new ServingOptionsValidator<TOptions>(name));
        options.ValidateOnStart();
        if (key is null) services.AddSingleton(Create);
        else services.AddKeyedSingleton(key, (provider, _) => Create(provider));
        services.AddSingleton<IHostedService>(provider => new GeneratorStart(() => Served<TGenerator>(provider, name)));
        return options;

        TGenerator Create(IServiceProvider provider) =>
            create(name, provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(name), ServingHost.Of(provider));
    }

    /// <summary>A registered generator.</summary>
    /// <exception cref="InvalidOperationException">There is none of the name.</exception>
    public static TGenerator Served<TGenerator>(IServiceProvider services, string name)
        where TGenerator : class, IServed =>
        name.Length == 0 ? services.GetRequiredService<TGenerator>() : services.GetRequiredKeyedService<TGenerator>(name);
}
