using System.Globalization;
using Microsoft.Data.Analysis;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>Rows under conditions on numbers, against real rows that fulfil them, beside what two halves of those score.</summary>
internal static class NumberConditions
{
    public const string Summary = "Conditions on numbers; GAN_MODEL and GAN_TRAIN name a generator and its CSV file; the argument counts them.";

    private const int FewValues = 20;
    private const int MostRows = 4_000;                               // that are scored

    public static void Run(int repetitions)
    {
        using var generator = new MLContext().Gan().LoadTabularGenerator(Path("GAN_MODEL"));
        var real = DataFrame.LoadCsv(Path("GAN_TRAIN"), guessRows: 100_000);
        var results = new MarkdownTable("condition", "real rows", "hits", "shapes", "halves", "pairs", "halves");
        foreach (var (where, all) in Commonest(real, repetitions))
        {
            var rows = all.Take(MostRows).ToList();
            var matching = real.Filter(new PrimitiveDataFrameColumn<int>("row", rows));
            var halves = new[] { 0, 1 }.Select(half => real.Filter(
                new PrimitiveDataFrameColumn<int>("row", rows.Where((_, place) => place % 2 == half)))).ToArray();
            var made = generator.Sample(rows.Count, seed: 1, where).ToDataFrame(-1);
            var own = new MLContext().Gan().EvaluateTabular(matching, made);
            var ceiling = new MLContext().Gan().EvaluateTabular(halves[0], halves[1]);
            Cell[] cells = [.. where.Select(cell => Cell.Of(real[cell.Key], cell.Value))];
            var hits = Enumerable.Range(0, (int)made.Rows.Count).Count(row => cells.All(cell => cell.Holds(made[cell.Column.Name][row])));
            results.Add(
                string.Join(", ", where.Select(cell => $"{cell.Key}={cell.Value}")), all.Count, Text((double)hits / rows.Count, "P0"),
                Text(own.ColumnShapes, "F3"), Text(ceiling.ColumnShapes, "F3"),
                Text(own.ColumnPairTrends, "F3"), Text(ceiling.ColumnPairTrends, "F3"));
        }
        results.Print();
    }

    /// <summary>The conditions on a number, or a number and another column, that most rows fulfil.</summary>
    private static IEnumerable<(Dictionary<string, string> Where, List<int> Rows)> Commonest(DataFrame real, int count)
    {
        var numbers = real.Columns.Where(column => column is not StringDataFrameColumn).SelectMany(Ranges).ToList();
        var texts = real.Columns.OfType<StringDataFrameColumn>().Select(column => Cell.Of(column, Mode(column))).ToList();
        var singles = numbers.Select(one => new[] { one });
        var pairs = numbers.SelectMany(one => numbers.Where(other => string.CompareOrdinal(one.Column.Name, other.Column.Name) < 0).Concat(texts)
            .Select(other => new[] { one, other }));
        return Take(singles, count / 2).Concat(Take(pairs, count - count / 2));

        IEnumerable<(Dictionary<string, string>, List<int>)> Take(IEnumerable<Cell[]> conditions, int most) => conditions
            .Select(cells => (cells.ToDictionary(cell => cell.Column.Name, cell => cell.Text), RowsOf(cells)))
            .Where(pair => pair.Item2.Count < 0.9 * real.Rows.Count)
            .OrderByDescending(pair => pair.Item2.Count).Take(most);

        List<int> RowsOf(Cell[] cells) =>
            [.. Enumerable.Range(0, (int)real.Rows.Count).Where(row => cells.All(cell => cell.Holds(cell.Column[row])))];
    }

    private static IEnumerable<Cell> Ranges(DataFrameColumn column)
    {
        double[] sorted = [.. column.Cast<object?>().Select(Number).Order()];
        var (first, last) = (sorted[sorted.Length / 4], sorted[3 * sorted.Length / 4]);
        if (first < last) yield return Cell.Of(column, $"{Plain(first)}..{Plain(last)}");
        if (first < last) yield return Cell.Of(column, $">={Plain(last)}");
        var mode = sorted.CountBy(number => number).MaxBy(pair => pair.Value);
        if (mode.Value > sorted.Length / FewValues) yield return Cell.Of(column, Plain(mode.Key));
    }

    private static string Mode(DataFrameColumn column) => (string)column.Cast<object>().CountBy(cell => cell).MaxBy(pair => pair.Value).Key;

    private static double Number(object? cell) => Convert.ToDouble(cell, CultureInfo.InvariantCulture);

    private static string Plain(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Path(string variable) => Environment.GetEnvironmentVariable(variable)
        ?? throw new ArgumentException($"The environment variable {variable} must name a file, but is not set.");

    private static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "none";

    private sealed record Cell(DataFrameColumn Column, object Value, Func<object?, bool> Holds)
    {
        public string Text => Value.ToString()!;

        public static Cell Of(DataFrameColumn column, string text)
        {
            if (column is StringDataFrameColumn) return new(column, text, cell => Equals(cell, text));
            if (text.StartsWith(">=", StringComparison.Ordinal))
                return Numbers(text, double.Parse(text[2..], CultureInfo.InvariantCulture), double.MaxValue);
            double[] ends = [.. text.Split("..").Select(end => double.Parse(end, CultureInfo.InvariantCulture))];
            return Numbers(text, ends[0], ends[^1]);

            Cell Numbers(string text, double least, double greatest) => new(column, text, cell => Number(cell) >= least && Number(cell) <= greatest);
        }
    }
}
