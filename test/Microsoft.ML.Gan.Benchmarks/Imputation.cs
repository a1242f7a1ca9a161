using System.Globalization;
using Microsoft.Data.Analysis;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>How near filled cells are to those that were taken away, beside means, nearest neighbours and boosted trees.</summary>
internal static class Imputation
{
    public const string Summary = "Filled gaps; GAN_MODEL, GAN_TRAIN and GAN_TEST name a generator and its CSV files; the argument counts test rows.";

    private const int Draws = 10, Neighbours = 10;

    public static void Run(int repetitions)
    {
        using var generator = new MLContext().Gan().LoadTabularGenerator(Path("GAN_MODEL"));
        var test = DataFrame.LoadCsv(Path("GAN_TEST"), guessRows: 10_000).Head(repetitions);
        var table = new GapTable(DataFrame.LoadCsv(Path("GAN_TRAIN"), guessRows: 100_000));
        var whole = table.Read(test);
        var ranks = table.Ranks(whole);
        var results = new MarkdownTable("missing", "by", "categories right", "rank RMSE");
        foreach (var gaps in new[] { 0.1, 0.3, 0.5 })
        {
            var random = new Random(17);
            bool[][] isGap = [.. whole.Select(row => Array.ConvertAll(row, _ => random.NextDouble() < gaps))];
            double[][] given = [
                .. whole.Zip(isGap, (row, missing) => row.Zip(missing, (cell, isMissing) => isMissing ? double.NaN : cell).ToArray())];
            double[][][] draws = [
                .. Enumerable.Range(0, Draws).Select(seed => table.Ranks(table.Read(Filled(generator, test, isGap, seed))))];
            Add("the generator, one draw", (row, column) => draws[0][row][column]);
            Add("the generator, ten draws", (row, column) => Joined(table, column, draws.Select(draw => draw[row][column])));
            double[] modes = [
                .. Enumerable.Range(0, table.Names.Length).Select(column => Joined(table, column, table.TrainingRanks.Select(row => row[column])))];
            Add("means and modes", (_, column) => modes[column]);
            double[][][] near = [.. given.Select(row => Nearest(table, row))];
            Add("ten nearest neighbours", (row, column) => Joined(table, column, near[row].Select(other => other[column])));
            double[][] trees = [.. Enumerable.Range(0, table.Names.Length).Select(column => TreeImputer.Predict(table, column, given, gaps))];
            Add("boosted trees", (row, column) => trees[column][row]);

            void Add(string by, Func<int, int, double> filled)
            {
                var (right, texts, squares, numbers) = (0, 0, 0.0, 0);
                for (var row = 0; row < whole.Length; row++)
                {
                    for (var column = 0; column < table.Names.Length; column++)
                    {
                        if (!isGap[row][column]) continue;
                        if (table.IsText[column])
                        {
                            texts++;
                            if (filled(row, column) == whole[row][column]) right++;
                            continue;
                        }
                        numbers++;
                        squares += Math.Pow(filled(row, column) - ranks[row][column], 2);
                    }
                }
                results.Add(Text(gaps, "P0"), by, Text((double)right / texts, "F3"), Text(Math.Sqrt(squares / numbers), "F3"));
            }
        }
        results.Print();
    }

    /// <summary>Rows with gaps, filled by a generator.</summary>
    private static DataFrame Filled(global::Gan.Onnx.TabularGenerator generator, DataFrame rows, bool[][] isGap, int seed)
    {
        var columns = rows.Columns.Select((column, index) => (DataFrameColumn)new StringDataFrameColumn(
            column.Name,
            column.Cast<object?>().Select((cell, row) => isGap[row][index] ? "" : Convert.ToString(cell, CultureInfo.InvariantCulture))));
        return generator.Impute(new DataFrame(columns), seed).ToDataFrame(-1);
    }

    /// <summary>The nearest training rows: by differences in rank, and 1 where texts differ.</summary>
    private static double[][] Nearest(GapTable table, double[] row)
    {
        var known = Enumerable.Range(0, row.Length).Where(column => !double.IsNaN(row[column])).ToArray();
        var ranks = known.Select(column => table.IsText[column] ? row[column] : table.RankOf(column, row[column])).ToArray();
        return [.. table.Training.Zip(table.TrainingRanks).OrderBy(pair => known.Index().Sum(
            column => table.IsText[column.Item]
                ? pair.First[column.Item] == ranks[column.Index] ? 0 : 1
                : Math.Abs(pair.Second[column.Item] - ranks[column.Index]))).Take(Neighbours).Select(pair => pair.Second)];
    }

    private static double Joined(GapTable table, int column, IEnumerable<double> values) =>
        table.IsText[column] ? values.CountBy(value => value).MaxBy(pair => pair.Value).Key : values.Average();

    private static string Path(string variable) => Environment.GetEnvironmentVariable(variable)
        ?? throw new ArgumentException($"The environment variable {variable} must name a file, but is not set.");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
