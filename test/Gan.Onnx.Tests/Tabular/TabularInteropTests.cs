using Gan.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx.Tests.Tabular;

/// <summary>Other programs get the same columns out of the same latent vectors.</summary>
[TestClass]
public sealed class TabularInteropTests
{
    private const int Rows = 100;

    private static readonly TableGraph Graph = TableGraphs.EveryType();
    private static readonly byte[] Model = Graph.ToModel();
    private static readonly string[] Tensors = [.. Graph.Manifest.Columns.Select(column => column.Tensor)];

    private readonly MLContext _mlContext = new();
    private readonly IDataView _latents = new MLContext().Gan().Latents(Rows, 21, seed: 6, LatentPrior.Uniform);

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(Rows)]
    public void OnnxRuntime_ConditionsLeftOutOrOneOrAll_GivesTheSameColumns(int given)
    {
        using var generator = TableGraphs.Load(Model);
        var expected = generator.Sample(Rows, seed: 6, given == 0 ? null : new Dictionary<string, string> { ["Job"] = "pilot" }).Cells();
        using var session = new InferenceSession(Model);
        using var latent = OrtValue.CreateTensorValueFromMemory(_latents.Vectors("Latent").SelectMany(row => row).ToArray(), [Rows, 21]);
        using var codes = OrtValue.CreateTensorValueFromMemory(Enumerable.Repeat(1L, given).ToArray(), [given, 1]);
        using var options = new RunOptions();

        using var outputs = session.Run(options, given == 0 ? ["Latent"] : ["Latent", "Given.Job"], given == 0 ? [latent] : [latent, codes], Tensors);

        string[][] columns = [.. outputs.Zip(Graph.Manifest.Columns, (output, column) => Texts(output, column.Type))];
        TableGraphs.AreSame(expected, [.. Enumerable.Range(0, Rows).Select(row => columns.Select(column => column[row]).ToArray())]);
    }

    [TestMethod]
    public void ApplyOnnxModel_LatentAlone_GivesTheSameColumns()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["table.onnx"], Model);
        using var generator = TableGraphs.Load(Model);
        var expected = generator.Sample(Rows, seed: 6).Cells();

        var stock = _mlContext.Transforms.ApplyOnnxModel(Tensors, ["Latent"], folder["table.onnx"]).Fit(_latents).Transform(_latents);

        TableGraphs.AreSame(expected, stock.Cells(Tensors));
    }

    [TestMethod]
    public void ApplyOnnxModel_WithConditionColumns_GivesTheSameColumns()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["table.onnx"], Model);
        using var generator = TableGraphs.Load(Model);
        var expected = generator.Sample(Rows, seed: 6, new Dictionary<string, string> { ["Job"] = "pilot", ["Wealth"] = "*" }).Cells();
        var definition = SchemaDefinition.Create(typeof(Codes));
        definition[nameof(Codes.Job)].ColumnName = "Given.Job";
        definition[nameof(Codes.Wealth)].ColumnName = "Given.Wealth";
        definition[nameof(Codes.Latent)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 21);
        var rows = _mlContext.Data.LoadFromEnumerable(
            _latents.Vectors("Latent").Select(latent => new Codes { Latent = latent, Job = 1, Wealth = -3 }), definition);

        var stock = _mlContext.Transforms.ApplyOnnxModel(Tensors, ["Latent", "Given.Job", "Given.Wealth"], folder["table.onnx"])
            .Fit(rows).Transform(rows);

        TableGraphs.AreSame(expected, stock.Cells(Tensors));
    }

    [TestMethod]
    [TestCategory("python")]
    public void TableFile_InTheStandardsChecker_IsAccepted() => OnnxChecker.MustAccept(1, pathOf => File.WriteAllBytes(pathOf("table"), Model));

    private static string[] Texts(OrtValue output, TabularValueType type)
    {
        CollectionAssert.AreEqual(new long[] { Rows, 1 }, output.GetTensorTypeAndShape().Shape);
        return Array.ConvertAll(TensorElements.Of(output, type), TableGraphs.Text);
    }

    private sealed class Codes
    {
        public float[] Latent { get; set; } = [];

        public long Job { get; set; }

        public long Wealth { get; set; }
    }
}
