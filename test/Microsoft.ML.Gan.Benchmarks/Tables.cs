using Gan.Onnx;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Transforms.Onnx;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>Rows of a table, made and read cell by cell: by <see cref="TabularGenerator"/>, and by ML.NET's own ONNX transformer from the same file.</summary>
internal static class Tables
{
    public const string Summary = "tables: rows made and read cell by cell, against stock ML.NET, and the time to open a file";

    private const int Rows = 2_048;
    private const int TableRows = 26_048;

    public static void Run(int repetitions)
    {
        using var file = new TableFile();
        var table = new MarkdownTable("threads", "ours / stock", $"opening the file / making {TableRows:N0} rows");
        foreach (var threads in new[] { 1, 0 })
        {
            var mlContext = new MLContext();
            mlContext.SetOnnxSessionOption(new OnnxSessionOptions { IntraOpNumThreads = threads, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR });
            using var generator = mlContext.Gan().LoadTabularGenerator(file.Path);
            var latents = mlContext.Data.Cache(mlContext.Gan().Latents(Rows, LatentSize(mlContext, file)));
            string[] columns = [.. generator.Schema.Select(column => column.Name)];
            using var stock = mlContext.Transforms.ApplyOnnxModel(columns, ["Latent"], file.Path).Fit(latents);
            var times = Interleaved.Measure(
                repetitions,
                () => Read(generator.Sample(Rows), columns),
                () => Read(stock.Transform(latents), columns),
                () => Read(generator.Sample(TableRows), columns),
                () => Open(mlContext, file, columns));
            var opening = (times.Best(3) - times.Best(0) / Rows) / times.Best(2);
            table.Add(threads == 0 ? $"default, {Environment.ProcessorCount} cores" : $"{threads}", times.Of(0, 1), FormattableString.Invariant($"{opening:F2}"));
        }
        table.Print();
    }

    private static int LatentSize(MLContext mlContext, TableFile file)
    {
        using var session = OnnxSession.Open(mlContext, File.ReadAllBytes(file.Path));
        return session.InputMetadata["Latent"].Dimensions[1];
    }

    /// <summary>Opens a file for one row.</summary>
    private static void Open(MLContext mlContext, TableFile file, string[] columns)
    {
        using var generator = mlContext.Gan().LoadTabularGenerator(file.Path);
        Read(generator.Sample(1), columns);
    }

    private static void Read(IDataView data, string[] columns)
    {
        DataViewSchema.Column[] schema = [.. columns.Select(column => data.Schema[column])];
        using var cursor = data.GetRowCursor(schema);
        Action[] getters = [.. schema.Select(column => Getter(cursor, column))];
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
}
