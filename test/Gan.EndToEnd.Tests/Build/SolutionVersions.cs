using System.Reflection;
using System.Xml.Linq;
using Gan.Testing;

namespace Gan.EndToEnd.Tests.Build;

/// <summary>The package versions that the solution is built with, and the folder where they lie.</summary>
internal static class SolutionVersions
{
    private static readonly XDocument Central = XDocument.Load(Repository.PathOf("Directory.Packages.props"));

    public static string TorchSharp => Property("TorchSharpVersion");

    public static string LibTorch => Property("LibTorchVersion");

    public static string OnnxRuntime => Property("OnnxRuntimeVersion");

    public static string PackageFolder { get; } = typeof(SolutionVersions).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "NuGetPackageRoot").Value!;

    private static string Property(string name) => Central.Descendants(name).Single().Value;
}
