using System.Diagnostics;
using Microsoft.Data.Analysis;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>What a table's columns cost: to open its generator's file, and to make rows.</summary>
internal static class ColumnCounts
{
    public const string Summary = "tables: the time to open a file and to make 2,000 rows, of 10, 50 and 200 columns";

    private const int Rows = 2_000;

    public static void Run(int repetitions)
    {
        var table = new MarkdownTable("columns", "MB", "open, s", "make 2,000 rows, s", "both, of a column, ms");
        foreach (var columns in new[] { 10, 50, 200 })
        {
            var path = Path.GetTempFileName();
            var ml = new MLContext();
            using (var gan = ml.Gan().TrainTabular(Table(ml, columns), new TabularGanTrainer.Options { MaxRounds = 3 })) gan.SaveGenerator(path);
            var (open, make) = (double.PositiveInfinity, double.PositiveInfinity);
            for (var repetition = 0; repetition < repetitions; repetition++)
            {
                var start = Stopwatch.GetTimestamp();
                using var generator = ml.Gan().LoadTabularGenerator(path);
                open = Math.Min(open, Stopwatch.GetElapsedTime(start).TotalSeconds);
                start = Stopwatch.GetTimestamp();
                var sum = 0f;
                using (var cursor = generator.Sample(Rows).GetRowCursor(generator.Sample(1).Schema))
                {
                    var getter = cursor.GetGetter<float>(cursor.Schema["number 0"]);
                    while (cursor.MoveNext())
                    {
                        var value = 0f;
                        getter(ref value);
                        sum += value;
                    }
                }
                make = Math.Min(make, float.IsNaN(sum) ? double.NaN : Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
            table.Add(
                $"{columns}", $"{new FileInfo(path).Length / 1e6:F1}", $"{open:F2}", $"{make:F2}", $"{1000 * (open + make) / columns:F1}");
            File.Delete(path);
        }
        table.Print();
    }

    /// <summary>Half numbers, half categories, as many tables are.</summary>
    private static IDataView Table(MLContext ml, int columns)
    {
        var random = new Random(1);
        var frame = new DataFrame();
        for (var column = 0; column < columns; column++)
        {
            if (column % 2 == 0)
                frame.Columns.Add(new SingleDataFrameColumn($"number {column}", Draw(() => random.NextSingle())));
            else
                frame.Columns.Add(new StringDataFrameColumn($"category {column}", Draw(() => $"{random.Next(10)}")));
        }
        return frame;

        static IEnumerable<T> Draw<T>(Func<T> draw) => Enumerable.Range(0, Rows).Select(_ => draw());
    }
}
