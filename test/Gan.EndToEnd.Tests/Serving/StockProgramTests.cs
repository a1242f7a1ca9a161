using System.Reflection;
using Gan.EndToEnd.Tests.Build;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Gan;

namespace Gan.EndToEnd.Tests.Serving;

/// <summary>What a fit leaves behind, used by a process that has ML.NET and ONNX Runtime and none of this solution's assemblies.</summary>
[TestClass]
public sealed class StockProgramTests
{
    private static readonly MLContext MLContext = new(seed: 1);
    private static readonly string Program = typeof(StockProgramTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "StockProgram").Value!;

    private static DirectoryInfo _folder = null!;
    private static IDataView _scored = null!;
    private static IDataView _samples = null!;
    private static string[] _loadedAssemblies = null!;

    [ClassInitialize]
    public static void FitAndRunTheProgramOnce(TestContext _)
    {
        _folder = Directory.CreateTempSubdirectory("gan-stock-");
        var people = MLContext.Data.LoadFromEnumerable(Enumerable.Range(0, 300).Select(Person.Number).ToList());
        var model = MLContext.Transforms.Concatenate("Features", nameof(Person.Age), nameof(Person.Income))
            .Append(MLContext.Transforms.Conversion.MapValueToKey("Label", nameof(Person.Job)))
            .Append(MLContext.Transforms.NormalizeMeanVariance("Features"))
            .Append(MLContext.Gan().Train(new GanTrainer.Options
            {
                LabelColumnName = "Label",
                Architecture = GanArchitectures.Mlp(),
                MaxRounds = 50,
                BatchSize = 32,
                LatentSize = 6,
            }))
            .Fit(people);
        var gan = model.LastTransformer;
        _scored = MLContext.Data.Cache(model.Transform(people));
        _samples = MLContext.Data.Cache(gan.Generator.Sample(300, seed: 3));

        Save(people, "rows.idv");
        Save(MLContext.Transforms.DropColumns("Sample").Fit(_samples).Transform(_samples), "latents.idv");
        MLContext.Model.Save(model, people.Schema, PathOf("model.zip"));
        gan.SaveGenerator(PathOf("generator.onnx"));

        var run = DotNet.Run(_folder.FullName, Program, _folder.FullName);
        Assert.AreEqual(0, run.ExitCode, run.Output);
        _loadedAssemblies = run.Output.Split('\n', StringSplitOptions.TrimEntries);
    }

    [ClassCleanup]
    public static void Delete() => _folder.Delete(recursive: true);

    [TestMethod]
    [DataRow("Score")]
    [DataRow("Probability")]
    public void ModelZip_InTheStockProgram_GivesTheSameBits(string column)
    {
        var expected = _scored.GetColumn<float>(column).ToArray();
        var actual = Load("scored.idv").GetColumn<float>(column).ToArray();

        Assert.IsGreaterThan(100, expected.Distinct().Count());
        CollectionAssert.AreEqual(Bits(expected), Bits(actual));
    }

    [TestMethod]
    public void ModelZip_InTheStockProgram_PredictsTheSameLabels() => CollectionAssert.AreEqual(
        _scored.GetColumn<bool>("PredictedLabel").ToArray(), Load("scored.idv").GetColumn<bool>("PredictedLabel").ToArray());

    [TestMethod]
    [DataRow("samples.idv", DisplayName = "ApplyOnnxModel, row by row")]
    [DataRow("batch.idv", DisplayName = "ONNX Runtime, one batch")]
    public void GeneratorOnnx_InTheStockProgram_GivesTheSameBits(string file)
    {
        var expected = Vectors(_samples);
        var actual = Vectors(Load(file));

        Assert.HasCount(600, expected);
        Assert.IsGreaterThan(500, expected.Distinct().Count());
        CollectionAssert.AreEqual(Bits(expected), Bits(actual));
    }

    [TestMethod]
    public void StockProgram_LoadedAssembliesAndFilesBesideIt_AreNoneOfOurs()
    {
        string[] beside = [.. Directory.EnumerateFiles(Path.GetDirectoryName(Program)!, "*", SearchOption.AllDirectories).Select(Path.GetFileName)!];

        CollectionAssert.IsSubsetOf(new[] { "StockProgram", "Microsoft.ML.OnnxTransformer", "Microsoft.ML.OnnxRuntime" }, _loadedAssemblies);
        CollectionAssert.Contains(beside, "Microsoft.ML.OnnxTransformer.dll");
        Assert.IsEmpty(_loadedAssemblies.Concat(beside).Where(IsOurs));
    }

    private static bool IsOurs(string name) =>
        name.StartsWith("Gan.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.ML.Gan", StringComparison.Ordinal)
        || name.Contains("torch", StringComparison.OrdinalIgnoreCase);

    private static string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private static IDataView Load(string name) => MLContext.Data.LoadFromBinary(PathOf(name));

    private static void Save(IDataView rows, string name)
    {
        using var file = File.Create(PathOf(name));
        MLContext.Data.SaveAsBinary(rows, file);
    }

    private static float[] Vectors(IDataView rows) => [.. rows.GetColumn<float[]>("Sample").SelectMany(sample => sample)];

    private static int[] Bits(float[] values) => [.. values.Select(BitConverter.SingleToInt32Bits)];

    private sealed class Person
    {
        public float Age { get; set; }

        public float Income { get; set; }

        public string Job { get; set; } = "";

        public static Person Number(int i) => new() { Age = 20 + i % 45, Income = 900 * (i % 17) + 0.1f * i, Job = i % 3 == 0 ? "cook" : "pilot" };
    }
}
