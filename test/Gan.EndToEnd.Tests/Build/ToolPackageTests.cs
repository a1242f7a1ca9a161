using System.Text.Json;
using Gan.Testing;

namespace Gan.EndToEnd.Tests.Build;

/// <summary>When the program is packed as a tool, and for whom: as the build sees it, since packing half a gigabyte is for a release.</summary>
[TestClass]
public sealed class ToolPackageTests
{
    private static readonly string[] Platforms = ["linux-x64", "osx-arm64", "win-x64"];

    [TestMethod]
    public void Tool_NotAskedFor_IsNotPacked() =>
        Assert.AreEqual("false", Evaluate("Gan.Tool").GetProperty("Properties").GetProperty("IsPackable").GetString());

    [TestMethod]
    public void Tool_AskedFor_IsTheCommandGanOnEachPlatformWithItsLibtorch()
    {
        var project = Evaluate("Gan.Tool", "-p:PackTool=true");

        var properties = project.GetProperty("Properties");
        Assert.AreEqual("true", properties.GetProperty("IsPackable").GetString());
        Assert.AreEqual("true", properties.GetProperty("PackAsTool").GetString());
        Assert.AreEqual("gan", properties.GetProperty("ToolCommandName").GetString());
        CollectionAssert.AreEquivalent(Platforms, properties.GetProperty("RuntimeIdentifiers").GetString()!.Split(';'));
        var packages = Identities(project, "PackageReference").Where(id => id.StartsWith("libtorch-cpu-", StringComparison.Ordinal));
        CollectionAssert.AreEquivalent(Platforms.Select(platform => $"libtorch-cpu-{platform}").ToArray(), packages.ToArray());
    }

    [TestMethod]
    [DataRow("Gan.Onnx", true)]
    [DataRow("Gan.Personal", true)]
    [DataRow("Gan.Serving", true)]
    [DataRow("Gan.AspNetCore", true)]
    [DataRow("Gan.Evaluation", true)]
    [DataRow("Microsoft.ML.Gan", true)]
    [DataRow("Gan.Tool", false)]
    public void BannedSymbols_Project_AreForLibrariesAlone(string project, bool isLibrary)
    {
        var files = Identities(Evaluate(project, "-p:PackTool=true"), "AdditionalFiles").Select(path => Path.GetFileName(path));

        Assert.AreEqual(isLibrary, files.Contains("BannedSymbols.txt"));
    }

    /// <summary>The project's properties and items, without a build.</summary>
    private static JsonElement Evaluate(string project, params string[] properties)
    {
        string[] asked = ["-getProperty:IsPackable,PackAsTool,ToolCommandName,RuntimeIdentifiers", "-getItem:PackageReference,AdditionalFiles"];
        var run = DotNet.Run(Repository.Root, ["msbuild", $"src/{project}/{project}.csproj", .. asked, .. properties]);
        Assert.AreEqual(0, run.ExitCode, run.Output);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static IEnumerable<string> Identities(JsonElement project, string item) =>
        project.GetProperty("Items").GetProperty(item).EnumerateArray().Select(one => one.GetProperty("Identity").GetString()!);
}
