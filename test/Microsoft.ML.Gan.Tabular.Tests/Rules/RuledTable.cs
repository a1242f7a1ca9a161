using Gan.Onnx;

namespace Microsoft.ML.Gan.Tests.Tabular.Rules;

/// <summary>A table that keeps rules of every kind, and the rules.</summary>
internal static class RuledTable
{
    public const int Rows = 600;

    public static readonly TabularRule Even =
        TabularRules.Custom("even ages are red", row => row.Get<int>("Age") % 2 == 0 == (row.Get<int>("Red") == 1));

    public static IReadOnlyList<TabularRule> Rules { get; } =
    [
        .. TabularRules.ParseAll(
            """
            # each of these holds of every row
            Start <= End
            Low < Mid <= High < 200
            18 <= Age < 91
            combinations: Town, State, Zone

            increments: Price by 0.25 from 0.10
            Total = Net + Tax + Fee
            one-hot: Red, Green, Blue
            unique: First, Second
            positive: Weight
            """.Split('\n')),
        TabularRules.Range("Score", -1.5, 4),
        Even,
    ];

    public static TestTable Table(int rows = Rows)
    {
        var random = new Random(29);
        int[] town = Draw(() => random.Next(12)), colour = Draw(() => random.Next(3));
        int[] low = Draw(() => random.Next(6)), mid = Draw(() => random.Next(90));
        int[] net = Draw(() => random.Next(-500, 20_000)), tax = Draw(() => random.Next(200)), fee = Draw(() => random.Next(3)), age = Draw(
            () => random.Next(36));
        int[] Draw(Func<int> draw) => [.. Enumerable.Range(0, rows).Select(_ => draw())];
        return new TestTable(rows)
            .Add("Start", _ => new DateTime(2020, 1, 1).AddHours(random.Next(20_000)))
            .Add("End", _ => new DateTime(2022, 6, 1).AddDays(random.Next(900)))
            .Add("Low", row => (float)low[row])
            .Add("Mid", row => row % 5 == 0 ? float.NaN : low[row] + 1 + mid[row])
            .Add("High", row => low[row] + 1.5 + mid[row] + random.Next(2500) / 100.0)
            .Add("Age", row => colour[row] == 0 ? 18 + 2 * age[row] : 19 + 2 * age[row])
            .Texts("Town", row => $"town {town[row] % 4}")
            .Texts("State", row => $"state {town[row] / 3 % 4}")
            .Add("Zone", row => town[row] % 5)
            .Add("Price", row => 0.1f + random.Next(1, 400) / 4f)
            .Add("Net", row => net[row] / 100f)
            .Add("Tax", row => tax[row] / 10f)
            .Add("Fee", row => row % 7 == 0 ? float.NaN : fee[row])
            .Add("Total", row => (float)(net[row] / 100m + tax[row] / 10m + (row % 7 == 0 ? 0 : fee[row])))
            .Add("Red", row => colour[row] == 0 ? 1 : 0)
            .Add("Green", row => colour[row] == 1)
            .Texts("Blue", row => colour[row] == 2 ? "1" : "0")
            .Add("First", row => row / 30)
            .Add("Second", row => row % 30)
            .Add("Weight", _ => (float)Math.Exp(TestTables.Normal(random)))
            .Add("Score", _ => Math.Clamp(TestTables.Normal(random), -1.5, 4));
    }

    /// <summary>Of each rule that a row breaks, how many do; the rows are read once.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="seen">The table that shows what goes together.</param>
    public static IReadOnlyDictionary<TabularRule, int> Breakers(IEnumerable<TabularRule> rules, IDataView rows, IDataView seen)
    {
        using var cursor = rows.GetRowCursor(rows.Schema);
        var checks = rules.Select(rule => (Rule: rule, Check: rule.SeenIn(seen).On(cursor))).ToList();
        var broken = new Dictionary<TabularRule, int>();
        while (cursor.MoveNext())
        {
            foreach (var (rule, check) in checks)
            {
                if (!check.Holds()) broken[rule] = broken.GetValueOrDefault(rule) + 1;
                check.Take?.Invoke();
            }
        }
        return broken;
    }

    public static void AssertKept(IEnumerable<TabularRule> rules, IDataView rows, IDataView seen) =>
        Assert.AreEqual("", string.Join("; ", Breakers(rules, rows, seen).Select(pair => $"{pair.Value} rows break {pair.Key}")));

    /// <summary>A table's file run by plain ONNX Runtime, as a table.</summary>
    public static IDataView Raw(byte[] file, int rows, int seed)
    {
        using var table = new Export.ExportedTable(file);
        var made = table.Run(table.Latents(rows, seed), new Dictionary<int, long[]>());
        var view = new TestTable(rows);
        foreach (var (column, cells) in table.Manifest.Columns.Zip(made))
        {
            _ = cells[0] switch
            {
                float => view.Add(column.Name, row => (float)cells[row]),
                double => view.Add(column.Name, row => (double)cells[row]),
                int => view.Add(column.Name, row => (int)cells[row]),
                bool => view.Add(column.Name, row => (bool)cells[row]),
                long => column.Type == TabularValueType.DateTime
                    ? view.Add(column.Name, row => new DateTime((long)cells[row]))
                    : view.Add(column.Name, row => (long)cells[row]),
                _ => view.Texts(column.Name, row => (string)cells[row]),
            };
        }
        return view;
    }
}
