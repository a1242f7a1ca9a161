using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx.Tests;

internal static class TestData
{
    /// <summary>All rows of a vector column.</summary>
    public static float[][] Vectors(this IDataView data, string column) => [.. data.GetColumn<float[]>(column)];

    /// <summary>The values that a cursor gives for a vector column, with their row ids.</summary>
    public static List<(DataViewRowId Id, float[] Values)> Read(DataViewRowCursor cursor, string column)
    {
        var rows = new List<(DataViewRowId, float[])>();
        var values = cursor.GetGetter<VBuffer<float>>(cursor.Schema[column]);
        var ids = cursor.GetIdGetter();
        VBuffer<float> vector = default;
        DataViewRowId id = default;
        while (cursor.MoveNext())
        {
            values(ref vector);
            ids(ref id);
            rows.Add((id, [.. vector.DenseValues()]));
        }
        return rows;
    }

    public static void AreSame(IReadOnlyList<float[]> expected, IReadOnlyList<float[]> actual, float tolerance = 0)
    {
        Assert.HasCount(expected.Count, actual);
        for (var row = 0; row < expected.Count; row++)
        {
            Assert.HasCount(expected[row].Length, actual[row], $"row {row}");
            for (var i = 0; i < expected[row].Length; i++) Assert.AreEqual(expected[row][i], actual[row][i], tolerance, $"row {row}, slot {i}");
        }
    }

    /// <summary>Saves a transformer, and loads it as a program without this library would.</summary>
    public static ITransformer SaveAndLoad(ITransformer transformer, DataViewSchema schema, MLContext? mlContext = null)
    {
        using var file = new MemoryStream();
        (mlContext ?? new MLContext()).Model.Save(transformer, schema, file);
        file.Position = 0;
        return new MLContext().Model.Load(file, out _);
    }

    public sealed class Point
    {
        [VectorType(2)]
        public float[] Latent { get; set; } = [0, 0];

        public string Name { get; set; } = "";
    }
}
