using System.Reflection;
using System.Xml.Linq;
using Gan.Testing;

namespace Gan.EndToEnd.Tests.Build;

/// <summary>The packages that the solution is built with.</summary>
internal static class SolutionPackages
{
    public static string Folder { get; } = typeof(SolutionPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "NuGetPackageRoot").Value!;

    public static string TorchSharpVersion { get; } =
        XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("TorchSharpVersion").Single().Value;
}
