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

    private static readonly Dictionary<string, string> Where = new() { ["Job"] = "pilot", ["Wealth"] = "*" };

    /// <summary>The same as codes: -1 for each column that is not given.</summary>
    private static readonly long[] Given =
    [
        .. Graph.Manifest.Columns.Where(column => column.Given is not null)
            .Select(column => column.Name switch { "Job" => 1, "Wealth" => TabularColumn.Present, _ => TabularColumn.NotGiven }),
    ];

    private readonly MLContext _mlContext = new();
    private readonly IDataView _latents = new MLContext().Gan().Latents(Rows, 21, seed: 6, LatentPrior.Uniform);

    [TestMethod]
    public void OnnxRuntime_CodesInEachRow_GivesTheSameColumns()
    {
        using var generator = TableGraphs.Load(Model);
        var expected = generator.Sample(Rows, seed: 6, Where).Cells();
        using var session = new InferenceSession(Model);
        using var latent = OrtValue.CreateTensorValueFromMemory(_latents.Vectors("Latent").SelectMany(row => row).ToArray(), [Rows, 21]);
        using var given = OrtValue.CreateTensorValueFromMemory(Enumerable.Repeat(Given, Rows).SelectMany(row => row).ToArray(), [Rows, Given.Length]);
        using var options = new RunOptions();

        using var outputs = session.Run(options, ["Latent", "Given"], [latent, given], Tensors);

        string[][] columns = [.. outputs.Zip(Graph.Manifest.Columns, (output, column) => Texts(output, column.Type))];
        TableGraphs.AreSame(expected, [.. Enumerable.Range(0, Rows).Select(row => columns.Select(column => column[row]).ToArray())]);
    }

    [TestMethod]
    public void ApplyOnnxModel_CodesInEachRow_GivesTheSameColumns()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["table.onnx"], Model);
        using var generator = TableGraphs.Load(Model);
        var expected = generator.Sample(Rows, seed: 6, Where).Cells();
        var definition = SchemaDefinition.Create(typeof(Row));
        definition[nameof(Row.Latent)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 21);
        definition[nameof(Row.Given)].ColumnType = new VectorDataViewType(NumberDataViewType.Int64, Given.Length);
        var rows = _mlContext.Data.LoadFromEnumerable(
            _latents.Vectors("Latent").Select(latent => new Row { Latent = latent, Given = Given }), definition);

        var stock = _mlContext.Transforms.ApplyOnnxModel(Tensors, ["Latent", "Given"], folder["table.onnx"]).Fit(rows).Transform(rows);

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

    private sealed class Row
    {
        public float[] Latent { get; set; } = [];

        public long[] Given { get; set; } = [];
    }
}
