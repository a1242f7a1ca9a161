using Gan.Onnx;
using Microsoft.ML.Data;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>Moments with their offsets, from a table to its samples, conditions and figures.</summary>
[TestClass]
public sealed class DateTimeOffsetTests
{
    private const int Rows = 400;

    private static readonly TimeSpan Sydney = TimeSpan.FromHours(10);
    private static readonly DateTimeOffset Day = new(2024, 2, 29, 0, 0, 0, Sydney);
    private static readonly IDataView Real = Visits();

    private static TabularGanTransformer? _gan;

    private static TabularGenerator Generator => _gan!.Generator;

    [ClassInitialize]
    public static void Train(TestContext _) => _gan = TestTables.Train(Real);

    [ClassCleanup]
    public static void Free() => _gan?.Dispose();

    [TestMethod]
    public void Sample_MomentsOfOneOffset_HaveItAndTheirTimesOfDay()
    {
        DateTimeOffset[] present = [.. Generator.Sample(Rows).GetColumn<DateTimeOffset>("Visit").Where(visit => visit != default)];

        Assert.AreEqual(DateTimeOffsetDataViewType.Instance, Generator.Schema["Visit"].Type);
        Assert.IsTrue(present.Length is > 0 and < Rows, "Some are missing.");
        Assert.IsTrue(Array.TrueForAll(present, visit => visit.Offset == Sydney && visit >= Day && visit < Day.AddYears(1)));
        Assert.IsGreaterThan(0.95 * present.Length, present.Count(visit => visit.Hour is >= 8 and < 18), "Nobody visits by night.");
    }

    [TestMethod]
    public void Sample_MomentsOfSeveralOffsets_AreOfUniversalTime() =>
        Assert.IsTrue(Generator.Sample(Rows).GetColumn<DateTimeOffset>("Call").All(call => call.Offset == default));

    [TestMethod]
    [DataRow("2024-03-01")]
    [DataRow("2024-03-01T00:00:00.0000000+10:00")]
    [DataRow("2024-02-29T14:00:00Z")]
    public void Where_Moment_HoldsInEveryRow(string text)
    {
        var days = Generator.Sample(20, where: new Dictionary<string, string> { ["Day"] = text }).GetColumn<DateTimeOffset>("Day");

        Assert.IsTrue(days.All(day => day.EqualsExact(Day.AddDays(1))));
    }

    [TestMethod]
    public void Where_AnotherMoment_SaysWhichFit() => Assert.AreEqual(
        "The value given for column 'Day' must be one of '2024-02-29', '2024-03-01', '2024-03-02', '*' (not missing), but was '2024-03-03'. " +
        "(Parameter 'where')",
        Assert.ThrowsExactly<ArgumentException>(() => Generator.Sample(1, where: new Dictionary<string, string> { ["Day"] = "2024-03-03" })).Message);

    [TestMethod]
    public void Sample_RowsOfMoments_ComeOutAsGiven()
    {
        var given = new TestTable(Rows).Add("Day", row => Day.AddDays(row % 3)).Add("Visit", _ => default(DateTimeOffset));

        var made = Generator.Sample(given);

        CollectionAssert.AreEqual(given.Texts("Day"), made.Texts("Day"));
        Assert.IsTrue(made.GetColumn<DateTimeOffset>("Visit").All(visit => visit == default));
    }

    [TestMethod]
    public void EvaluateTabular_Moments_AreComparedAsDates()
    {
        var metrics = TestRows.MLContext.Gan().EvaluateTabular(Real, Generator.Sample(Rows));

        var visit = metrics.Columns.Single(column => column.Name == "Visit");
        Assert.IsFalse(visit.IsCategorical);
        Assert.IsGreaterThan(0.5, visit.Shape!.Value);
        Assert.AreEqual(Real.GetColumn<DateTimeOffset>("Visit").Count(moment => moment == default) / (double)Rows, visit.RealMissingRate);
        Assert.AreEqual(0, metrics.RangeViolation);
    }

    [TestMethod]
    public void Fit_MomentsWithoutTimes_AreDaysOfTheirOffset()
    {
        var table = TestTables.Read(new TestTable(Rows).Add("Day", row => Day.AddDays(row)));

        var column = (NumberColumn)table.Columns.Single();

        Assert.AreEqual(TabularColumnRole.Date, column.Role);
        Assert.AreEqual((Day.UtcTicks % TimeSpan.TicksPerDay, TimeSpan.TicksPerDay), (column.Grid.Origin, column.Grid.Unit));
        Assert.IsEmpty(Difference.Find([column]));
    }

    [TestMethod]
    public void Fit_MomentsWithTimes_AreDaysOfTheirOffsetAndTimes()
    {
        var visits = TestTables.Read(Real).Columns.OfType<NumberColumn>().Single(column => column.Name == "Visit");

        var difference = Difference.Find([visits])[visits];

        Assert.IsTrue(difference.IsTimeOfDay);
        Assert.AreEqual(0, (difference.Base.Grid.Origin - Day.UtcTicks) % TimeSpan.TicksPerDay);
        var earliest = difference.Points.Where(step => !double.IsNaN(step)).Min() * visits.Grid.Unit;
        Assert.IsGreaterThanOrEqualTo(8.0 * TimeSpan.TicksPerHour, earliest);
    }

    private static TestTable Visits()
    {
        var random = new Random(31);
        return new TestTable(Rows)
            .Add("Visit", row => row % 5 == 0 ? default : Day.AddDays(random.Next(365)).AddMinutes(random.Next(8 * 60, 18 * 60)))
            .Add("Call", row => Day.AddHours(random.Next(1000)).ToOffset(TimeSpan.FromHours(row % 2)))
            .Add("Day", row => Day.AddDays(row % 3))
            .Texts("Room", row => $"{row % 4}");
    }
}
