using Gan.Onnx;
using Gan.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace Gan.AspNetCore;

/// <summary>Registers generators of either kind.</summary>
public static class GanServiceCollectionExtensions
{
    /// <summary>Registers the generator that a file holds, as <c>AddGanGenerator</c> or <c>AddTabularGanGenerator</c>, by what the file is.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="modelPath">The generator's ONNX file, of vectors, images or tables.</param>
    /// <param name="name">Its name among several. Default: none.</param>
    /// <param name="configure">Sets the options. Default: as they are.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IServiceCollection AddGan(
        this IServiceCollection services, string modelPath, string name = "", Action<ServingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var isTable = ModelFile.KindOf(ModelFile.Read(modelPath)) == GanManifest.TabularGeneratorKind;
        return isTable ? services.AddTabularGanGenerator(Configure, name) : services.AddGanGenerator(Configure, name);

        void Configure(ServingOptions options)
        {
            options.ModelPath = modelPath;
            configure?.Invoke(options);
        }
    }
}
