using System.IO.Compression;
using System.Xml.Linq;

namespace Gan.EndToEnd.Tests.Build;

/// <summary>What a .nupkg or .snupkg file holds.</summary>
internal sealed class Package
{
    public Package(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        Files = [.. archive.Entries.Select(entry => entry.FullName)];
        using var manifest = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        Manifest = XDocument.Load(manifest);
    }

    public IReadOnlyList<string> Files { get; }

    public XDocument Manifest { get; }

    /// <summary>The versions of the packages that it depends on, by their ids.</summary>
    public Dictionary<string, string> Dependencies => Manifest.Descendants()
        .Where(element => element.Name.LocalName == "dependency")
        .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);
}
