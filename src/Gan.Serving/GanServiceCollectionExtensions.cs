using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gan.Serving;

/// <summary>Registers generators of vectors and images.</summary>
/// <remarks>
/// A generator without a name is injected as it is, one with a name by its key: <c>[FromKeyedServices("name")]</c>. Its options are checked, and its
/// model is loaded, when the host starts.
/// </remarks>
public static class GanServiceCollectionExtensions
{
    /// <summary>Registers a <see cref="GanGenerator"/> whose options are set elsewhere.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddGanGenerator(this IServiceCollection services) => Add(services, "").Services;

    /// <summary>Registers a <see cref="GanGenerator"/> by its file.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="modelPath">The generator's ONNX file.</param>
    /// <param name="name">Its name among several. Default: none.</param>
    public static IServiceCollection AddGanGenerator(this IServiceCollection services, string modelPath, string name = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(modelPath);
        return Add(services, name).Configure(options => options.ModelPath = modelPath).Services;
    }

    /// <summary>Registers a <see cref="GanGenerator"/> by a section of the configuration.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="section">What names the options of <see cref="GanGeneratorOptions"/>: <c>"ModelPath": "generator.onnx"</c>.</param>
    /// <param name="name">Its name among several. Default: none.</param>
    public static IServiceCollection AddGanGenerator(this IServiceCollection services, IConfiguration section, string name = "")
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name).Bind(section, binder => binder.ErrorOnUnknownConfiguration = true).Services;
    }

    /// <summary>Registers a <see cref="GanGenerator"/> by an action that sets its options.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <param name="name">Its name among several. Default: none.</param>
    public static IServiceCollection AddGanGenerator(this IServiceCollection services, Action<GanGeneratorOptions> configure, string name = "")
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name).Configure(configure).Services;
    }

    /// <summary>Registers a <see cref="GanGenerator"/> by its options.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="options">The options. They are copied when the generator is made.</param>
    /// <param name="name">Its name among several. Default: none.</param>
    public static IServiceCollection AddGanGenerator(this IServiceCollection services, GanGeneratorOptions options, string name = "")
    {
        ArgumentNullException.ThrowIfNull(options);
        return Add(services, name).Configure(own => own.CopyFrom(options)).Services;
    }

    private static OptionsBuilder<GanGeneratorOptions> Add(IServiceCollection services, string name) =>
        Registration.Add<GanGenerator, GanGeneratorOptions>(services, name, (own, options, host) => new GanGenerator(own, options, host));
}
