using Gan.Onnx;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>
/// Rows of a table, made and read cell by cell: by <see cref="TabularGenerator"/>, and by ML.NET's own ONNX transformer from the same file.
/// </summary>
internal static class TableServing
{
    public const string Summary = "tables: rows made and read cell by cell, against stock ML.NET, and the time to open a file";

    private const int Rows = 2_048;
    private const int TableRows = 26_048;

    public static void Run(int repetitions)
    {
        using var file = GeneratorFile.OfTable();
        var table = new MarkdownTable(
            "threads", "ours / stock", "ours / raw, one batch", $"ours / raw, {TableRows:N0} rows", $"opening the file / making {TableRows:N0} rows");
        var manifest = new TabularModelFile(File.ReadAllBytes(file.Path)).Manifest;
        string[] columns = [.. manifest.Columns.Select(column => column.Name)];
        foreach (var threads in ScoringThreads.Each)
        {
            var mlContext = ScoringThreads.Context(threads);
            using var generator = mlContext.Gan().LoadTabularGenerator(file.Path);
            var inputs = mlContext.Data.Cache(Inputs(mlContext, manifest));
            using var stock = mlContext.Transforms.ApplyOnnxModel(columns, ["Latent", "Given"], file.Path).Fit(inputs);
            using var raw = new RawTable(file.Path, manifest, threads);
            var times = Interleaved.Measure(
                repetitions,
                () => Read(generator.Sample(Rows), threads, columns),
                () => Read(stock.Transform(inputs), threads, columns),
                () => Read(generator.Sample(TableRows), threads, columns),
                () => Open(mlContext, file, threads, columns),
                () => raw.Run(Rows),
                () => raw.Run(TableRows));
            var opening = (times.Best(3) - times.Best(0) / Rows) / times.Best(2);
            table.Add(
                ScoringThreads.Name(threads), times.Of(0, 1), times.Of(0, 4), times.Of(2, 5), FormattableString.Invariant($"{opening:F2}"));
        }
        table.Print();
    }

    /// <summary>Latent vectors of which nothing is given.</summary>
    private static IDataView Inputs(MLContext mlContext, GanManifest manifest)
    {
        long[] given = [.. Enumerable.Repeat(TabularColumn.NotGiven, manifest.Columns.Count(column => column.Given is not null))];
        var schema = SchemaDefinition.Create(typeof(Input));
        schema[nameof(Input.Latent)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, manifest.LatentSize);
        schema[nameof(Input.Given)].ColumnType = new VectorDataViewType(NumberDataViewType.Int64, given.Length);
        var latents = mlContext.Gan().Latents(Rows, manifest.LatentSize).GetColumn<float[]>("Latent");
        return mlContext.Data.LoadFromEnumerable(latents.Select(latent => new Input(latent, given)).ToList(), schema);
    }

    /// <summary>Opens a file for one row.</summary>
    private static void Open(MLContext mlContext, GeneratorFile file, int threads, string[] columns)
    {
        using var generator = mlContext.Gan().LoadTabularGenerator(file.Path);
        Read(generator.Sample(1), threads, columns);
    }

    private static void Read(IDataView data, int threads, string[] columns)
    {
        using var cursor = ScoringThreads.Cursor(data, threads, columns);
        Action[] getters = [.. columns.Select(column => Getter(cursor, cursor.Schema[column]))];
        while (cursor.MoveNext())
        {
            foreach (var get in getters) get();
        }
    }

    private static Action Getter(DataViewRow row, DataViewSchema.Column column)
    {
        var type = column.Type.RawType;
        if (type == typeof(float)) return Getter<float>(row, column);
        if (type == typeof(VBuffer<float>)) return Getter<VBuffer<float>>(row, column);
        return type == typeof(ReadOnlyMemory<char>) ? Getter<ReadOnlyMemory<char>>(row, column) : Getter<VBuffer<ReadOnlyMemory<char>>>(row, column);
    }

    private static Action Getter<T>(DataViewRow row, DataViewSchema.Column column)
    {
        var getter = row.GetGetter<T>(column);
        T value = default!;
        return () => getter(ref value);
    }

    private sealed record Input(float[] Latent, long[] Given);
}
