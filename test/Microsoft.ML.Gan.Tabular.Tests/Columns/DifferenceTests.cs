using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

[TestClass]
public sealed class DifferenceTests
{
    private const int Rows = 1000;

    private readonly Random _random = new(5);

    [TestMethod]
    public void Find_Rides_StayCloseToTheColumnsBeforeThem()
    {
        var schema = TestTables.Encode(TestTables.Rides());

        Assert.AreEqual("End of Start, To of From, Paid of Fare, Start of its day", Found(TestTables.Read(TestTables.Rides())));
        Assert.AreEqual("Start, Start, End, From, To, Fare, Paid", string.Join(", ", schema.Numbers.Select(number => number.Column)));
        CollectionAssert.AreEqual(Enumerable.Range(0, 7).ToList(), schema.Numbers.Select(number => number.Index).ToList());
    }

    [TestMethod]
    public void Steps_OtherUnitsAndOrigins_AreDifferencesOfTheValues()
    {
        double[] from = Numbers(), more = Numbers();
        var data = new TestTable(Rows)
            .Add("From", row => 7 + 3 * (int)(1e6 * from[row]))                                             // on a grid of 3
            .Add("To", row => 7 + 3 * (int)(1e6 * from[row]) + Math.Round(1000 * more[row]) / 100);          // hundredths

        var difference = Difference.Find([.. TestTables.Read(data).Columns.Cast<NumberColumn>()]).Values.Single();
        var learnt = TestTables.Encode(data).Numbers[1].Difference!;

        Assert.AreEqual(300, difference.Slope);
        Assert.AreEqual(100 * (double)difference.Base.Grid.Origin, difference.Offset);
        for (var row = 0; row < Rows; row++) Assert.AreEqual(Math.Round(1000 * more[row]), difference.Points[row], 1e-6);
        Assert.AreEqual(difference.Column.Points.Min(), learnt.Least, 3e6);                                       // the mean of five rows
        Assert.AreEqual(difference.Column.Points.Max(), learnt.Greatest, 3e6);
    }

    [TestMethod]
    [DataRow(0.09, true)]
    [DataRow(0.12, false)]
    public void Find_DifferenceOfSomeSpread_IsCloseBelowATenth(double spread, bool isFound)
    {
        double[] numbers = Numbers(), more = Numbers();

        Assert.AreEqual(isFound
            ? "B of A"
            : "", Found(TestTables.Read(new TestTable(Rows).Add("A", row => numbers[row]).Add("B", row => numbers[row] + spread * more[row]))));
    }

    [TestMethod]
    public void Find_ColumnWhoseOwnValuesRecur_KeepsThem()
    {
        double[] numbers = Numbers(), more = Numbers();
        int[] whole = [.. numbers.Select(number => (int)(100 * number))];

        Assert.AreEqual("", Found(TestTables.Read(new TestTable(Rows).Add("Exact", row => whole[row] + more[row]).Add("Whole", row => whole[row]))));
    }

    [TestMethod]
    public void Find_SeveralCloseColumns_TakesTheClosestThatIsLearntItself()
    {
        double[] numbers = Numbers(), more = Numbers(), least = Numbers();
        var table = TestTables.Read(new TestTable(Rows)
            .Add("Other", row => numbers[row] + more[row] / 12).Add("A", row => numbers[row]).Add("B", row => numbers[row] + least[row] / 100));

        Assert.AreEqual("A of Other, B of Other", Found(table));
        Assert.AreEqual("B of A", Found(TestTables.Read(new TestTable(Rows)
            .Add("Far", row => numbers[row] + more[row] / 9).Add("A", row => numbers[row]).Add("B", row => numbers[row] + least[row] / 100))));
    }

    [TestMethod]
    public void Find_MissingCells_MustBeMissingInTheColumnToo()
    {
        double[] numbers = Numbers();
        TestTable With(int missingOfA, int missingOfB) => new TestTable(Rows)
            .Add("A", row => row % missingOfA == 0
                ? double.NaN
                : numbers[row]).Add("B", row => row % missingOfB == 0 ? double.NaN : numbers[row] + row % 3 / 100.0);

        Assert.AreEqual("B of A", Found(TestTables.Read(With(10, 5))));
        Assert.AreEqual("", Found(TestTables.Read(With(5, 10))));
    }

    [TestMethod]
    [DataRow(49, "")]
    [DataRow(50, "B of A")]
    public void Find_FewRows_CouldBeCloseByChance(int rows, string found)
    {
        double[] numbers = Numbers();

        Assert.AreEqual(
            found, Found(TestTables.Read(new TestTable(rows).Add("A", row => numbers[row]).Add("B", row => numbers[row] + row % 30 / 10_000.0))));
    }

    [TestMethod]
    public void Find_DatesAndNumbers_HaveNoDifference()
    {
        double[] numbers = Numbers();
        DateTime Day(int row) => new(TimeSpan.FromDays((int)(1000 * numbers[row])).Ticks);
        var table = TestTables.Read(new TestTable(Rows)
            .Add("Ticks", row => Day(row).Ticks).Add("Date", row => Day(row)).Add("Span", row => new TimeSpan(Day(row).Ticks)).Add(
                "Unsigned", row => (ulong)Day(row).Ticks));

        Assert.AreEqual("", Found(table));
    }

    [TestMethod]
    public void Find_DatesWithTimes_AreTheirDayAndTheTimeOfDay()
    {
        var first = new DateTime(2024, 2, 28, 22, 30, 0);
        var table = TestTables.Read(new TestTable(Rows).Add("Time", row => first.AddMinutes(90 * row)));

        var difference = Difference.Find([.. table.Columns.Cast<NumberColumn>()]).Values.Single();

        Assert.IsTrue(difference.IsTimeOfDay);
        var day = (first.Date - default(DateTime)).TotalDays;
        CollectionAssert.AreEqual(new[] { day, day + 1, day + 1 }, difference.Base.Points[..3]);
        Assert.AreEqual(22.5 * 60 / 90, difference.Points[0], 1e-9);                                          // in points of 90 minutes
        Assert.AreEqual(0, difference.Points[1], 1e-9);
        Assert.AreEqual(1, difference.Points[2], 1e-9);
    }

    [TestMethod]
    public void Find_DatesWithTimesOfWhichSomeAreMissing_AreMissingInBothParts()
    {
        var data = new TestTable(Rows)
            .Add("Time", row => row % 4 == 1
                ? default
                : new DateTime(2024, 2, 28, 22, 30, 0).AddMinutes(90 * row)).Add("Number", _ => _random.NextDouble());

        var (days, times) = (TestTables.Encode(data).Numbers[0], TestTables.Encode(data).Numbers[1]);
        var difference = Difference.Find([.. TestTables.Read(data).Columns.Cast<NumberColumn>()]).Values.Single();
        Assert.AreEqual(days.Index, times.Difference!.Base);
        Assert.AreEqual(0, days.Presence);
        Assert.AreEqual(0, times.Presence);
        var day = (new DateTime(2024, 2, 28) - default(DateTime)).TotalDays;
        CollectionAssert.AreEqual(new[] { day, double.NaN, day + 1, day + 1 }, difference.Base.Points[..4]);
        Assert.AreEqual(double.NaN, difference.Points[1]);
        Assert.AreEqual(2, difference.Points[3], 1e-9);                                                  // 3 o'clock, in points of 90 minutes
    }

    [TestMethod]
    public void Find_DatesWithoutTimesOrOfOneDay_AreNotTakenApart()
    {
        var table = TestTables.Read(new TestTable(Rows)
            .Add("Days", row => new DateTime(2024, 1, 1).AddDays(row))
                .Add("Noons", row => new DateTime(2024, 1, 1, 12, 0, 0).AddDays(row * row % 997))
            .Add("Minutes", row => new DateTime(2024, 1, 1).AddMinutes(row)).Add("Span", row => TimeSpan.FromMinutes(row * row)));

        Assert.AreEqual("", Found(table));
    }

    private static string Found(Table table) => string.Join(
        ", ", Difference.Find([.. table.Columns.OfType<NumberColumn>()]).Values.Select(
            difference => $"{difference.Column.Name} of {(difference.IsTimeOfDay ? "its day" : difference.Base.Name)}"));

    private double[] Numbers() => [.. Enumerable.Range(0, Rows).Select(_ => _random.NextDouble())];
}
