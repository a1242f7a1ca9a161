using System.Globalization;
using Gan.Onnx;
using Gan.Testing;
using Microsoft.Data.Analysis;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>Whether rows of a rare class, made in asked shares and added to the real ones, help boosted trees to find it.</summary>
internal static class Balancing
{
    public const string Summary = "F1 of a rare class with made rows of it added: MODEL.onnx TRAIN.csv TEST.csv ..., the label in the last column";

    private const int Seeds = 3;

    public static void Run(string[] paths)
    {
        var table = new MarkdownTable("table", "rare class", "its share", "F1, real rows", "F1, balanced by made rows, three seeds");
        foreach (var files in paths.Chunk(3))
        {
            if (files is not [var model, var train, var test])
                throw new ArgumentException($"Each table must be three files, but one is {files.Length}.");
            table.Add(Measure(model, train, test));
        }
        table.Print();
    }

    private static string[] Measure(string modelPath, string trainPath, string testPath)
    {
        var mlContext = new MLContext(seed: 0);
        using var generator = mlContext.Gan().LoadTabularGenerator(modelPath);
        var real = DataFrame.LoadCsv(trainPath);
        var label = real.Columns[^1].Name;
        var counts = real.Columns[^1].Cast<object>().CountBy(cell => cell).OrderBy(pair => pair.Value).ToList();
        var (rare, count) = (string.Create(CultureInfo.InvariantCulture, $"{counts[0].Key}"), counts[0].Value);
        var types = real.Columns.Select(column => column.DataType).ToArray();
        var test = DataFrame.LoadCsv(testPath, dataTypes: types);
        var shares = new Dictionary<string, IReadOnlyDictionary<string, double>> { [label] = new Dictionary<string, double> { [rare] = 1 } };
        var (before, after) = (0.0, new List<double>());
        for (var seed = 0; seed < Seeds; seed++)
        {
            using var folder = new TemporaryFolder();
            var path = folder.PathOf("balanced.csv");
            File.Copy(trainPath, path);
            Append(path, generator.Sample(counts[^1].Value - count, shares, seed));
            var metrics = mlContext.Gan().EvaluateTabular(real, DataFrame.LoadCsv(path, dataTypes: types), test, label);
            before = metrics.RealUtility!.MinorityF1Score!.Value;
            after.Add(metrics.SyntheticUtility!.MinorityF1Score!.Value);
        }
        return [
            Path.GetFileNameWithoutExtension(trainPath), rare, $"{(double)count / real.Rows.Count:P1}", $"{before:F3}",
            string.Join(", ", after.Select(score => $"{score:F3}"))];
    }

    /// <summary>Writes rows below those of a file.</summary>
    private static void Append(string path, IDataView rows)
    {
        using var writer = new StreamWriter(path, append: true);
        using var cursor = rows.GetRowCursor(rows.Schema);
        Func<string>[] cells = [.. rows.Schema.Select(column => Cell(cursor, column))];
        while (cursor.MoveNext()) writer.WriteLine(string.Join(',', cells.Select(cell => cell())));
    }

    private static Func<string> Cell(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is TextDataViewType) return Of<ReadOnlyMemory<char>>();
        return column.Type.RawType == typeof(float) ? Of<float>() : column.Type.RawType == typeof(bool) ? Of<bool>()
            : column.Type.RawType == typeof(int) ? Of<int>() : column.Type.RawType == typeof(long) ? Of<long>() : Of<double>();

        Func<string> Of<T>()
        {
            var getter = row.GetGetter<T>(column);
            T cell = default!;
            return () =>
            {
                getter(ref cell);
                return cell is float.NaN or double.NaN ? "" : string.Create(CultureInfo.InvariantCulture, $"{cell}");
            };
        }
    }
}
