using Gan.Testing;

namespace Gan.EndToEnd.Tests.Build;

/// <summary>Where the build target puts its copy of TorchSharp's library, in every layout of output folders.</summary>
[TestClass]
public sealed class ArtifactsOutputTests
{
    [TestMethod]
    [DataRow("", "project/obj/Debug/net10.0")]
    [DataRow("-p:ArtifactsPath={0}/artifacts", "artifacts/obj/P/debug")]
    [DataRow("-p:UseArtifactsOutput=true", "project/artifacts/obj/debug")]
    [DataRow("-p:IntermediateOutputPath={0}/elsewhere/", "elsewhere")]
    [DataRow("-p:IntermediateOutputPath=../elsewhere/", "elsewhere")]
    public void Target_AnyOutputLayout_WritesIntoTheIntermediateFolder(string argument, string expected)
    {
        using var folder = new TemporaryFolder();
        var project = Directory.CreateDirectory(Path.Combine(folder.Path, "project")).FullName;
        File.WriteAllText(Path.Combine(project, "P.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><GanWeakenTorchSharp>true</GanWeakenTorchSharp></PropertyGroup>
              <Import Project="{Repository.PathOf("eng", "TorchSharpNative.targets")}" />
            </Project>
            """);
        string[] arguments = argument == "" ? [] : [string.Format(null, argument, folder.Path)];

        var run = DotNet.Run(
            project, ["msbuild", "P.csproj", "-nologo", "-t:_GanFindTorchSharpNative", "-getProperty:_GanTorchSharpWeakened", .. arguments]);

        Assert.AreEqual(0, run.ExitCode, run.Output);
        var file = Path.GetRelativePath(folder.Path, Path.GetFullPath(run.Output.Trim())).Replace('\\', '/');
        Assert.AreEqual($"{expected}/torchsharp/libLibTorchSharp.so", file);
    }
}
