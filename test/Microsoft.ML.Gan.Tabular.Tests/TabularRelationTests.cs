using System.Globalization;

namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>What holds in every row of a table must hold in every row that is made, however little the networks have learnt.</summary>
[TestClass]
public sealed class TabularRelationTests
{
    private const int Rows = 1200;
    private const int Made = 3000;

    [TestMethod]
    public void Fit_ColumnsThatFollowFromAnother_FollowInEveryRow()
    {
        var random = new Random(3);
        double[] celsius = [.. Draw(() => Math.Round(10 + 8 * TestTables.Normal(random), 1))];
        int[] pieces = [.. Draw(() => random.Next(5000))];
        double[] price = [.. Draw(() => random.Next(6) == 0 ? double.NaN : Math.Round(100 * random.NextDouble(), 2))];
        DateTime[] start = [.. Draw(() => new DateTime(2020, 1, 1).AddMinutes(random.Next(500_000)))];
        var data = new TestTable(Rows)
            .Add("Close", row => celsius[row] + row % 7 / 10.0)
            .Add("Celsius", row => celsius[row])
            .Add("Fahrenheit", row => Math.Round(1.8 * celsius[row] + 32, 1, MidpointRounding.AwayFromZero))
            .Add("Same", row => celsius[row])
            .Add("Pieces", row => pieces[row])
            .Add("Double", row => 2 * pieces[row])
            .Add("Dozens", row => row % 5 == 0 ? double.NaN : pieces[row] / 12)
            .Add("Price", row => price[row])
            .Add("Gross", row => (float)Math.Round(-1.25 * price[row] + 7, 4))
            .Add("Start", row => start[row])
            .Add("End", row => start[row].AddHours(36));

        using var gan = TestTables.Train(data);

        var made = gan.Generator.Sample(Made);
        AssertRows(made, ["Celsius", "Fahrenheit"], values => Math.Abs(1.8 * values[0] + 32 - values[1]) < 0.0501);
        AssertRows(made, ["Celsius", "Same"], values => values[0] == values[1]);
        AssertRows(made, ["Pieces", "Double"], values => 2 * values[0] == values[1]);
        AssertRows(made, ["Pieces", "Dozens"], values => double.IsNaN(values[1]) || Math.Floor(values[0] / 12) == values[1]);
        AssertRows(made, ["Price", "Gross"], values => double.IsNaN(values[0])
            ? double.IsNaN(values[1])
            : (float)Math.Round(-1.25 * values[0] + 7, 4) == (float)values[1]);
        var (starts, ends) = (made.Texts("Start"), made.Texts("End"));
        for (var row = 0; row < Made; row++) Assert.AreEqual(Date(starts[row]).AddHours(36), Date(ends[row]));
        Assert.AreEqual(0.2, made.Numbers("Dozens").Count(double.IsNaN) / (double)Made, 0.05);
        Assert.AreEqual(1.0 / 6, made.Numbers("Gross").Count(double.IsNaN) / (double)Made, 0.05);
    }

    [TestMethod]
    public void Fit_ColumnsThatAreNeverTheWrongWayRound_NeverAre()
    {
        var random = new Random(5);
        (double Open, double Close)[] days = [.. Draw(() => (Price(), Price()))];
        (double Down, double Up)[] beyond = [.. Draw(() => (Cents(15 * random.NextDouble()), Cents(15 * random.NextDouble())))];
        var data = new TestTable(Rows)
            .Add("High", row => Cents(Math.Max(days[row].Open, days[row].Close) + beyond[row].Up))
            .Add("Open", row => days[row].Open)
            .Add("Low", row => Cents(Math.Min(days[row].Open, days[row].Close) - beyond[row].Down))
            .Add("Close", row => days[row].Close)
            .Add("Whole", row => row % 3 == 0 ? double.NaN : Math.Ceiling(days[row].Open + 3 * beyond[row].Up));

        using var gan = TestTables.Train(data);

        var made = gan.Generator.Sample(Made);
        foreach (var name in new[] { "Open", "Close", "High" }) AssertRows(made, ["Low", name], values => values[0] <= values[1]);
        foreach (var name in new[] { "Open", "Close" }) AssertRows(made, [name, "High"], values => values[0] <= values[1]);
        AssertRows(made, ["Open", "Whole"], values => double.IsNaN(values[1]) || values[0] <= values[1]);
        Assert.AreEqual(Sum(data), Sum(made), 5, "Values must change places, and not be moved.");

        double Price() => Cents(100 + 20 * TestTables.Normal(random));

        static double Sum(IDataView table) => new[] { "Low", "Open", "Close", "High" }.Sum(name => table.Numbers(name).Average());
    }

    [TestMethod]
    public void Fit_CellsThatAreOftenEqual_AreEqualAsOften()
    {
        var random = new Random(7);
        int[] bill = [.. Draw(() => random.Next(1, 100_000))];
        var data = new TestTable(Rows)
            .Add("Bill", row => bill[row])
            .Add("Paid", row => row % 9 == 0 ? double.NaN : row % 4 == 0 ? bill[row] : random.Next(3) == 0 ? 0 : random.Next(1, 20_000))
            .Add("Rest", _ => random.Next(3) == 0 ? 0 : random.Next(50_000));

        using var gan = TestTables.Train(data, TestTables.Quick(300));

        var made = gan.Generator.Sample(Made);
        Assert.AreEqual(Share(data, "Bill", "Paid"), Share(made, "Bill", "Paid"), 0.05);
        Assert.IsLessThan(0.01, Share(made, "Bill", "Rest"));
        var paid = data.Numbers("Paid").Where(value => !double.IsNaN(value)).ToList();
        Assert.IsTrue(made.Numbers("Paid").All(value => double.IsNaN(value) || (value >= paid.Min() && value <= paid.Max())));
        Assert.AreEqual(1.0 / 9, made.Numbers("Paid").Count(double.IsNaN) / (double)Made, 0.05);

        static double Share(IDataView table, string first, string second) =>
            table.Numbers(first).Zip(table.Numbers(second)).Average(pair => pair.First == pair.Second && pair.First != 0 ? 1.0 : 0);
    }

    private static double Cents(double value) => Math.Round(value, 2);

    private static DateTime Date(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<T> Draw<T>(Func<T> draw) => Enumerable.Range(0, Rows).Select(_ => draw());

    private static void AssertRows(IDataView table, string[] columns, Predicate<double[]> holds)
    {
        var values = Array.ConvertAll(columns, name => table.Numbers(name));
        for (var row = 0; row < Made; row++)
        {
            var cells = Array.ConvertAll(values, column => column[row]);
            Assert.IsTrue(holds(cells), $"{string.Join(", ", columns)}: {string.Join(", ", cells)}");
        }
    }
}
