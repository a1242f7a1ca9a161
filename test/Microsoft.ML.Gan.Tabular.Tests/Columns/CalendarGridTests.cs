using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.OnnxRuntime;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

[TestClass]
public sealed class CalendarGridTests
{
    private static readonly Dictionary<string, Func<DateTime, bool>> Kinds = new()
    {
        ["first of the month"] = day => day.Day == 1,
        ["15th of the month"] = day => day.Day == 15,
        ["last of the month"] = day => day.AddDays(1).Day == 1,
        ["first of the quarter"] = day => day is { Day: 1, Month: 1 or 4 or 7 or 10 },
        ["last of the quarter"] = day => day.AddDays(1) is { Day: 1, Month: 1 or 4 or 7 or 10 },
        ["every second month"] = day => day.Day == 10 && day.Month % 2 == 0,
        ["new year"] = day => day is { Day: 1, Month: 1 },
        ["end of the year"] = day => day is { Day: 31, Month: 12 },
        ["end of February"] = day => day.AddDays(1) is { Day: 1, Month: 3 },
        ["weekdays"] = day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
        ["but Mondays"] = day => day.DayOfWeek is not DayOfWeek.Monday,
        ["weekends"] = day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday,
    };

    public static IEnumerable<object[]> KindsWithAndWithoutATime => Kinds.Keys.SelectMany(kind => new object[][] { [kind, 0.0], [kind, 17.5] });

    [TestMethod]
    [DynamicData(nameof(KindsWithAndWithoutATime))]
    public void Snap_AnyDay_IsTheNearestOfItsKind(string kind, double hour)
    {
        DateTime[] days = [.. Days(1880, 2030).Where(Kinds[kind])];
        var number = NumberOf(days, hour);
        var (least, greatest) = (days[0], days[^1]);
        DateTime[] asked = [.. Days(1890, 2020)];

        var snapped = Snap(number, [.. asked.Select(day => PointOf(number, day.AddHours(hour)))]);

        var place = 0;
        foreach (var (day, point) in asked.Zip(snapped))
        {
            while (days[place + 1] <= day) place++;
            var distance = Math.Min((day - days[place]).Days, (days[place + 1] - day).Days);
            var moved = (new DateTime(number.Grid.Origin).AddDays(point) - day.AddHours(hour)).TotalDays;
            Assert.AreEqual(distance, Math.Abs(moved), $"{day:d}");
            Assert.IsTrue(Kinds[kind](day.AddDays(moved)), $"{day:d}");
        }
    }

    [TestMethod]
    public void Find_DaysOfAllKinds_IsNone() => Assert.IsNull(NumberOf([.. Days(2000, 2001)], 0).Rounding);

    [TestMethod]
    [DataRow(40, false)]
    [DataRow(70, true)]                                              // (5/7)^60 is e^-20
    public void Find_Weekdays_NeedsMoreThanChanceTells(int days, bool isFound)
    {
        DateTime[] weekdays = [.. Days(2000, 2001).Where(Kinds["weekdays"]).Take(days)];

        Assert.AreEqual(isFound, NumberOf(weekdays, 0).Rounding is WeekdayGrid);
    }

    [TestMethod]
    public void Find_TimesOnWeekdays_AreOfDaysOnWeekdays()
    {
        var random = new Random(4);
        DateTime[] times = [.. Days(2000, 2001).Where(Kinds["weekdays"]).Select(day => day.AddSeconds(random.Next(86_400)))];

        var schema = TestTables.Encode(Table(times));

        Assert.IsInstanceOfType<WeekdayGrid>(schema.Numbers[0].Rounding);
        Assert.IsNull(schema.Numbers[1].Rounding);
    }

    private static IEnumerable<DateTime> Days(int first, int last) =>
        Enumerable.Range(0, (new DateTime(last, 12, 31) - new DateTime(first, 1, 1)).Days + 1).Select(day => new DateTime(first, 1, 1).AddDays(day));

    private static TestTable Table(DateTime[] days) => new TestTable(days.Length).Add("Date", row => days[row]);

    private static Number NumberOf(DateTime[] days, double hour) =>
        TestTables.Encode(Table([.. days.Select(day => day.AddHours(hour))])).Numbers[0];

    private static double PointOf(Number number, DateTime time) => number.Grid.PointOf(time.Ticks);

    private static double[] Snap(Number number, double[] points)
    {
        var graph = new OnnxGraphBuilder();
        graph.Output("snapped", number.Rounding!.Snap(graph, graph.Input("points", OnnxElementType.Double, [1])));
        using var session = new InferenceSession(graph.ToModel(new Dictionary<string, string>()));
        using var input = OrtValue.CreateTensorValueFromMemory(points, [points.Length, 1]);
        using var run = new RunOptions();
        using var outputs = session.Run(run, ["points"], [input], ["snapped"]);
        return outputs[0].GetTensorDataAsSpan<double>().ToArray();
    }
}
