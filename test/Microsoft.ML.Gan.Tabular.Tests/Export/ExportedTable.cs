using System.Globalization;
using Gan.Onnx;
using Gan.Testing;
using Microsoft.ML.Gan.Tabular.Tables;
using Microsoft.ML.OnnxRuntime;

namespace Microsoft.ML.Gan.Tests.Tabular.Export;

/// <summary>A table's file in plain ONNX Runtime.</summary>
internal sealed class ExportedTable : IDisposable
{
    private readonly InferenceSession _session;

    public ExportedTable(byte[] file)
    {
        _session = new InferenceSession(file);
        Manifest = new global::Gan.Onnx.TabularModelFile(file).Manifest;
    }

    public GanManifest Manifest { get; }

    /// <summary>The latent rows of a seed.</summary>
    public float[,] Latents(int rows, int seed)
    {
        var source = new LatentSource(seed, Manifest.LatentSize, Manifest.Prior);
        var (latents, row) = (new float[rows, Manifest.LatentSize], new float[Manifest.LatentSize]);
        for (var i = 0; i < rows; i++)
        {
            source.Fill(i, row);
            Buffer.BlockCopy(row, 0, latents, i * row.Length * sizeof(float), row.Length * sizeof(float));
        }
        return latents;
    }

    /// <summary>The values of each column.</summary>
    /// <param name="latents">A latent vector a row.</param>
    /// <param name="given">By column, a code a row.</param>
    /// <param name="numbers">By column, a given number a row; null to leave the input out.</param>
    public object[][] Run(float[,] latents, IReadOnlyDictionary<int, long[]> given, IReadOnlyDictionary<int, double[]>? numbers = null)
    {
        var rows = latents.GetLength(0);
        var inputs = new Dictionary<string, OrtValue>
        {
            ["Latent"] = OrtValue.CreateTensorValueFromMemory(latents.Cast<float>().ToArray(), [rows, Manifest.LatentSize]),
        };
        var places = Manifest.Columns.Count(column => column.Given is not null);
        if (places > 0) inputs.Add("Given", OrtValue.CreateTensorValueFromMemory(Codes(rows, places, given), [rows, places]));
        if (numbers is not null)
        {
            var width = Manifest.Columns.Count(column => column.GivenNumber is not null);
            var values = new double[rows * width];
            Array.Fill(values, double.NaN);
            foreach (var (index, own) in numbers)
                for (var row = 0; row < rows; row++) values[row * width + Manifest.Columns[index].GivenNumber!.Value] = own[row];
            inputs.Add("GivenNumbers", OrtValue.CreateTensorValueFromMemory(values, [rows, width]));
        }
        using var options = new RunOptions();
        using var outputs = _session.Run(options, inputs, [.. Manifest.Columns.Select(column => column.Tensor)]);
        foreach (var input in inputs.Values) input.Dispose();
        foreach (var output in outputs) CollectionAssert.AreEqual(new long[] { rows, 1 }, output.GetTensorTypeAndShape().Shape);
        return [.. outputs.Select((output, index) => TensorElements.Of(output, Manifest.Columns[index].Type))];
    }

    private long[] Codes(int rows, int places, IReadOnlyDictionary<int, long[]> given)
    {
        var codes = new long[rows * places];
        Array.Fill(codes, TabularColumn.NotGiven);
        foreach (var (index, own) in given)
            for (var row = 0; row < rows; row++) codes[row * places + Manifest.Columns[index].Given!.Value] = own[row];
        return codes;
    }

    public void Dispose() => _session.Dispose();

    /// <summary>Whether a value is the category, or missing.</summary>
    public static bool IsCategory(object value, CategoryColumn column, ReferenceCell cell) => value switch
    {
        string text => text == (cell.IsMissing ? "" : column.Categories[cell.Category].Text),
        float real => real.Equals(cell.IsMissing ? float.NaN : (float)column.Categories[cell.Category].Real),
        double real => real.Equals(cell.IsMissing ? double.NaN : column.Categories[cell.Category].Real),
        _ => WholeOf(value, column) == (cell.IsMissing ? 0 : column.Categories[cell.Category].Whole),
    };

    /// <summary>The point of a value, which must lie on the grid; NaN if it is missing.</summary>
    public static double PointOf(object value, NumberColumn column)
    {
        var grid = column.Grid;
        if (value is float or double)
        {
            var real = Convert.ToDouble(value, CultureInfo.InvariantCulture);
            if (double.IsNaN(real)) return real;
            var own = grid.PointOf(real);
            var back = grid.IsGrid ? own / Math.Pow(10, grid.Decimals) : own;
            Assert.AreEqual(real, value is float ? (float)back : back, $"{column.Name} must lie on its grid.");
            return own;
        }
        var whole = WholeOf(value, column);
        if (((WholeValue)column.Schema.Value).IsMissing(whole)) return double.NaN;
        var point = grid.PointOf(whole);
        Assert.AreEqual((Int128)whole, grid.Origin + (Int128)point * grid.Unit, $"{column.Name} must lie on its grid.");
        return point;
    }

    private static long WholeOf(object element, TableColumn column)
    {
        var whole = element switch
        {
            bool truth => truth ? 1 : 0,
            ulong unsigned => unchecked((long)unsigned),
            _ => Convert.ToInt64(element, CultureInfo.InvariantCulture),
        };
        return unchecked(whole + column.Schema.Value.Zero);
    }
}
