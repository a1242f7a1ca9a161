using System.Text.Json;
using Gan.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Gan.EndToEnd.Tests.Runtimes;

/// <summary>The same latent rows under the same conditions are the same rows of the table in every runtime.</summary>
[TestClass]
public sealed class SameRowsTests
{
    private static readonly TrainedTable Table = TrainedTable.Instance;

    [TestMethod]
    public void Rows_InOnnxRuntimeAlone_AreThoseOfTheLibrary()
    {
        using var session = new InferenceSession(Table.Path);
        using var latent = OrtValue.CreateTensorValueFromMemory(
            Table.Latents.SelectMany(row => row).ToArray(), [TrainedTable.Rows, Table.LatentSize]);
        using var given = OrtValue.CreateTensorValueFromMemory(
            Enumerable.Repeat(Table.Codes, TrainedTable.Rows).SelectMany(row => row).ToArray(), [TrainedTable.Rows, Table.Codes.Length]);

        using var options = new RunOptions();
        using var outputs = session.Run(options, ["Latent", "Given"], [latent, given], Table.Tensors);

        Table.MustEqual([.. outputs.Select(output => Array.ConvertAll(Elements(output), TrainedTable.Text))]);
    }

    [TestMethod]
    public void Rows_InStockMLNet_AreThoseOfTheLibrary()
    {
        var mlContext = new MLContext();
        var schema = SchemaDefinition.Create(typeof(Input));
        schema[nameof(Input.Latent)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Table.LatentSize);
        schema[nameof(Input.Given)].ColumnType = new VectorDataViewType(NumberDataViewType.Int64, Table.Codes.Length);
        var inputs = mlContext.Data.LoadFromEnumerable(Table.Latents.Select(latent => new Input(latent, Table.Codes)), schema);

        var rows = mlContext.Transforms.ApplyOnnxModel(Table.Tensors, ["Latent", "Given"], Table.Path).Fit(inputs).Transform(inputs);

        Table.MustEqual([.. Table.Tensors.Select(tensor => Cells(rows, rows.Schema[tensor]))]);
    }

    [TestMethod]
    [TestCategory("node")]
    public void Rows_InNode_AreThoseOfTheLibrary()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["latents"], [.. Table.Latents.SelectMany(row => row).SelectMany(BitConverter.GetBytes)]);

        var (exitCode, output, errors) = NodeProgram.Run("rows.mjs", Table.Path, folder["latents"], JsonSerializer.Serialize(TrainedTable.Where));

        Assert.AreEqual(0, exitCode, errors);
        Assert.AreEqual("", errors, "ONNX Runtime warns of nothing in the file.");
        Table.MustEqual(JsonSerializer.Deserialize<string[][]>(output)!);
    }

    private static object[] Elements(OrtValue tensor) => tensor.GetTensorTypeAndShape().ElementDataType switch
    {
        TensorElementType.String => tensor.GetStringTensorAsArray(),
        TensorElementType.Bool => [.. tensor.GetTensorDataAsSpan<bool>().ToArray()],
        TensorElementType.Int32 => [.. tensor.GetTensorDataAsSpan<int>().ToArray()],
        TensorElementType.Int64 => [.. tensor.GetTensorDataAsSpan<long>().ToArray()],
        _ => [.. tensor.GetTensorDataAsSpan<float>().ToArray()],
    };

    private static string[] Cells(IDataView rows, DataViewSchema.Column column)
    {
        Func<IDataView, DataViewSchema.Column, string[]> read = CellsOf<int>;
        var item = ((VectorDataViewType)column.Type).ItemType.RawType;
        return (string[])read.Method.GetGenericMethodDefinition().MakeGenericMethod(item).Invoke(null, [rows, column])!;
    }

    private static string[] CellsOf<T>(IDataView rows, DataViewSchema.Column column) =>
        [.. rows.GetColumn<VBuffer<T>>(column).Select(cell => TrainedTable.Text(cell.GetItemOrDefault(0)!))];

    private sealed record Input(float[] Latent, long[] Given);
}
