using System.Globalization;
using Gan.Testing;

namespace Gan.EndToEnd.Tests.Build;

[TestClass]
public sealed class BuildScriptTests
{
    private static SourceCopy _source = null!;
    private static BuildRun _run = null!;

    [ClassInitialize]
    public static void BuildTheLibrariesOnce(TestContext context)
    {
        _source = new SourceCopy();
        _run = BuildScript.Run(_source, ("NoTest", true));
        context.WriteLine(_run.Output);
    }

    [ClassCleanup]
    public static void Delete() => _source.Dispose();

    [TestMethod]
    public void Build_SoundTree_RunsEveryStepInOrder()
    {
        Assert.IsNull(_run.Error, _run.Output);
        CollectionAssert.AreEqual(new[] { "==> restore", "==> format", "==> build", "==> pack" }, Steps(_run));
        Assert.DoesNotContain("warning", _run.Output.Replace("0 Warning(s)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [TestMethod]
    public void Build_CodeThatDoesNotCompile_StopsAtBuild()
    {
        using var source = new SourceCopy("Gan.Onnx");
        File.WriteAllText(
            source.PathOf("src", "Gan.Onnx", "Faulty.cs"), "internal static class Faulty { public static readonly int Number = \"text\"; }\n");

        var run = BuildScript.Run(source, ("NoTest", true));

        StringAssert.StartsWith(run.Error, "The step 'build' failed: dotnet build Gan.sln", run.Output);
        StringAssert.Contains(run.Output, "error CS0029");
        CollectionAssert.AreEqual(new[] { "==> restore", "==> format", "==> build" }, Steps(run));
    }

    [TestMethod]
    [DataRow("Configuration", "Fast", "Debug,Release")]
    [DataRow("Accelerator", "abacus", "cpu,cuda")]
    public void Build_UnknownChoice_IsRefusedBeforeAnyStep(string parameter, string value, string choices)
    {
        var run = BuildScript.Run(_source, (parameter, value));

        StringAssert.Contains(run.Error, $"parameter '{parameter}'");
        StringAssert.Contains(run.Error, $"\"{choices}\"");
        Assert.IsEmpty(run.Output);
    }

    [TestMethod]
    public void Pack_GanOnnx_HoldsLibraryDocumentationAndSymbols()
    {
        var package = Packed("Gan.Onnx", ".nupkg");

        CollectionAssert.IsSubsetOf(new[] { "README.md", "lib/net10.0/Gan.Onnx.dll", "lib/net10.0/Gan.Onnx.xml" }, package.Files.ToList());
        CollectionAssert.Contains(Packed("Gan.Onnx", ".snupkg").Files.ToList(), "lib/net10.0/Gan.Onnx.pdb");
        CollectionAssert.IsSubsetOf(
            new[] { "Microsoft.ML", "Microsoft.ML.OnnxTransformer", "Microsoft.ML.OnnxRuntime.Managed", "Google.Protobuf" },
            package.Dependencies.Keys);
        Assert.IsFalse(
            package.Dependencies.Keys.Any(id => id.Contains("torch", StringComparison.OrdinalIgnoreCase) || id == "Microsoft.ML.OnnxRuntime"));
    }

    [TestMethod]
    public void Pack_GanEvaluation_HoldsLibraryDocumentationAndSymbolsWithoutTheTrainer()
    {
        var package = Packed("Gan.Evaluation", ".nupkg");

        CollectionAssert.IsSubsetOf(
            new[] { "README.md", "lib/net10.0/Gan.Evaluation.dll", "lib/net10.0/Gan.Evaluation.xml" }, package.Files.ToList());
        CollectionAssert.Contains(Packed("Gan.Evaluation", ".snupkg").Files.ToList(), "lib/net10.0/Gan.Evaluation.pdb");
        CollectionAssert.Contains(package.Dependencies.Keys, "Gan.Onnx");
        Assert.IsFalse(package.Dependencies.Keys.Any(id => id.Contains("torch", StringComparison.OrdinalIgnoreCase) || id == "Microsoft.ML.Gan"));
    }

    [TestMethod]
    public void Pack_GanServing_HoldsLibraryDocumentationAndSymbolsAndNeedsTheSameRelease()
    {
        var package = Packed("Gan.Serving", ".nupkg");

        CollectionAssert.IsSubsetOf(
            new[] { "README.md", "lib/net10.0/Gan.Serving.dll", "lib/net10.0/Gan.Serving.xml" }, package.Files.ToList());
        CollectionAssert.Contains(Packed("Gan.Serving", ".snupkg").Files.ToList(), "lib/net10.0/Gan.Serving.pdb");
        Assert.AreEqual($"[{_source.Version}]", package.Dependencies["Gan.Onnx"]);
        Assert.IsFalse(package.Dependencies.Keys.Any(id => id.Contains("torch", StringComparison.OrdinalIgnoreCase) || id == "Microsoft.ML.Gan"));
    }

    [TestMethod]
    public void Pack_GanAspNetCore_HoldsLibraryDocumentationAndSymbolsAndNeedsTheSameRelease()
    {
        var package = Packed("Gan.AspNetCore", ".nupkg");

        CollectionAssert.IsSubsetOf(
            new[] { "README.md", "lib/net10.0/Gan.AspNetCore.dll", "lib/net10.0/Gan.AspNetCore.xml" }, package.Files.ToList());
        CollectionAssert.Contains(Packed("Gan.AspNetCore", ".snupkg").Files.ToList(), "lib/net10.0/Gan.AspNetCore.pdb");
        Assert.AreEqual($"[{_source.Version}]", package.Dependencies["Gan.Serving"]);
        Assert.IsFalse(package.Dependencies.Keys.Any(id => id.Contains("torch", StringComparison.OrdinalIgnoreCase) || id == "Microsoft.ML.Gan"));
    }

    [TestMethod]
    public void Pack_GanAspNetCore_HoldsThePageWithItsRuntimeWhereNpmIs()
    {
        if (_run.Output.Contains("The page was left out", StringComparison.Ordinal))
            Assert.Inconclusive("npm must have brought what the page needs, but did not. Install Node.js.");

        CollectionAssert.IsSubsetOf(
            new[] { "buildTransitive/Gan.AspNetCore.targets", "gan-page/index.html", "gan-page/main.js", "gan-page/ort/ort-wasm-simd-threaded.wasm" },
            Packed("Gan.AspNetCore", ".nupkg").Files.ToList());
    }

    [TestMethod]
    public void Pack_LightGbm_ReachesTrainersThroughTheEvaluationAlone()
    {
        var needed = new[] { "Gan.Onnx", "Gan.Personal", "Gan.Serving", "Gan.AspNetCore", "Gan.Evaluation", "Microsoft.ML.Gan" }
            .Where(id => Packed(id, ".nupkg").Dependencies.ContainsKey("Microsoft.ML.LightGbm"));

        Assert.AreEqual("Gan.Evaluation", string.Join(", ", needed));
        CollectionAssert.Contains(Packed("Microsoft.ML.Gan", ".nupkg").Dependencies.Keys, "Gan.Evaluation");
    }

    [TestMethod]
    public void Pack_MicrosoftMLGan_HoldsLibraryDocumentationSymbolsAndBuildTargets()
    {
        var package = Packed("Microsoft.ML.Gan", ".nupkg");

        CollectionAssert.IsSubsetOf(
            new[]
            {
                "README.md", "lib/net10.0/Microsoft.ML.Gan.dll", "lib/net10.0/Microsoft.ML.Gan.xml",
                "buildTransitive/Microsoft.ML.Gan.targets", "buildTransitive/WeakenVersionNeed.cs",
            },
            package.Files.ToList());
        CollectionAssert.Contains(Packed("Microsoft.ML.Gan", ".snupkg").Files.ToList(), "lib/net10.0/Microsoft.ML.Gan.pdb");
        Assert.AreEqual(SolutionPackages.TorchSharpVersion, package.Dependencies["TorchSharp"]);
        Assert.IsFalse(package.Dependencies.Keys.Any(id => id.StartsWith("libtorch", StringComparison.Ordinal) || id == "Microsoft.ML.OnnxRuntime"));
    }

    [TestMethod]
    public void Pack_EveryPackage_RequiresTheOthersOfItsReleaseExactly()
    {
        var ending = $".{_source.Version}.nupkg";
        var packages = Directory.GetFiles(_source.PathOf("artifacts", "packages"), $"*{ending}")
            .ToDictionary(file => Path.GetFileName(file)[..^ending.Length], file => new Package(file));

        var required = packages.SelectMany(package => package.Value.Dependencies)
            .Where(dependency => packages.ContainsKey(dependency.Key)).ToList();

        Assert.AreEqual($"[{_source.Version}]", packages["Microsoft.ML.Gan"].Dependencies["Gan.Onnx"]);
        foreach (var (id, version) in required) Assert.AreEqual($"[{_source.Version}]", version, id);
    }

    [TestMethod]
    public void Readme_FirstProgram_IsTheOneThatRunsHere()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n");
        var block = readme.Split("```csharp\n")[1].Split("```")[0];

        Assert.AreEqual(
            File.ReadAllText(Repository.PathOf("test", "Gan.EndToEnd.Tests", "PackedProgram", "Program.cs")).ReplaceLineEndings("\n"), block);
    }

    [TestMethod]
    public void PackedProgram_RestoredFromTheLocalFolder_MakesPointsNearTheCircle()
    {
        var program = _source.FolderBeside("program");
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("test", "Gan.EndToEnd.Tests", "PackedProgram")))
            File.Copy(file, Path.Combine(program, Path.GetFileName(file)));
        var code = Path.Combine(program, "Program.cs");
        File.WriteAllText(
            code, File.ReadAllText(code).Replace(
                "Train(points)", "Train(points, new GanTrainer.Options { MaxRounds = 1_500 })", StringComparison.Ordinal));

        var run = DotNet.Run(
            program, "run", "-c", "Release", $"-p:GanVersion={_source.Version}", $"-p:RestoreFallbackFolders={SolutionPackages.Folder}");

        Assert.AreEqual(0, run.ExitCode, run.Output);
        var radii = run.Output.Trim().Split('\n')[^5..]
            .Select(line => line.Trim().Split(' ').Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray())
            .Select(point => Math.Sqrt(point[0] * point[0] + point[1] * point[1])).ToList();
        Assert.IsTrue(radii.All(radius => radius is > 0.7 and < 1.3), run.Output);
    }

    private static Package Packed(string id, string extension) => new(_source.PathOf("artifacts", "packages", $"{id}.{_source.Version}{extension}"));

    private static List<string> Steps(BuildRun run) => [.. run.Output.Split('\n').Where(line => line.StartsWith("==> ", StringComparison.Ordinal))];
}
