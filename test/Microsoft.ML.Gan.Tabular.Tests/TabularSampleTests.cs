using System.Globalization;
using Gan.Onnx;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>What the samples of a fit have in common with its table, however short the training.</summary>
[TestClass]
public sealed class TabularSampleTests
{
    private const int Rows = 4000;

    private static readonly TestTable Table = TestTables.EveryType();
    private static TabularGanTransformer? _gan;

    private static IDataView Sample => _gan!.Generator.Sample(Rows, seed: 2);

    [ClassInitialize]
    public static void Train(TestContext _) => _gan = TestTables.Train(Table);

    [ClassCleanup]
    public static void Free() => _gan?.Dispose();

    [TestMethod]
    public void Sample_Schema_IsThatOfTheTable()
    {
        var schema = Sample.Schema;

        CollectionAssert.AreEqual(
            Table.Schema.Select(column => (column.Name, column.Type)).ToList(), schema.Select(column => (column.Name, column.Type)).ToList());
        foreach (var column in Table.Schema)
            CollectionAssert.AreEqual(
                TextAnnotations.Read(column.Annotations, "KeyValues")?.ToList(),
                    TextAnnotations.Read(schema[column.Name].Annotations, "KeyValues")?.ToList(), column.Name);
    }

    [TestMethod]
    [DataRow("Few")]
    [DataRow("FewUInt64")]
    [DataRow("Boolean")]
    [DataRow("Job")]
    [DataRow("Level")]
    [DataRow("LevelCode")]
    [DataRow("City")]
    [DataRow("CityHeight")]
    [DataRow("Many")]
    [DataRow("KeyByte")]
    [DataRow("KeyUInt16")]
    [DataRow("KeyUInt32")]
    [DataRow("KeyUInt64")]
    [DataRow("Constant")]
    [DataRow("ConstantOrMissing")]
    public void Sample_Categories_AreThoseOfTheTable(string name)
    {
        var (real, made) = (Table.Texts(name), Sample.Texts(name));

        Assert.HasCount(0, made.Except(real).ToList());
        if (name != "Many") Assert.HasCount(real.Distinct().Count(), made.Distinct().ToList());
    }

    [TestMethod]
    [DataRow("Single")]
    [DataRow("Double")]
    [DataRow("Cents")]
    [DataRow("Mass")]
    [DataRow("SByte")]
    [DataRow("Int16")]
    [DataRow("Int32")]
    [DataRow("Int64")]
    [DataRow("Byte")]
    [DataRow("UInt16")]
    [DataRow("UInt32")]
    [DataRow("UInt64")]
    [DataRow("CityHeight")]
    [DataRow("Latent")]
    public void Sample_Numbers_AreInTheRangeOfTheTable(string name)
    {
        decimal[] Known(IDataView data) =>
            [.. data.Texts(name).Where(text => text != "NaN").Select(text => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))];
        var (real, made) = (Known(Table), Known(Sample));

        Assert.IsTrue(made.Min() >= real.Min() && made.Max() <= real.Max(), $"{made.Min()} to {made.Max()} must be in {real.Min()} to {real.Max()}.");
        Assert.IsGreaterThan(20, made.Distinct().Count());
    }

    [TestMethod]
    public void Sample_Dates_AreWholeDaysAndMinutesInTheRangeOfTheTable()
    {
        var (days, realDays) = (Sample.GetColumn<DateTime>("DateTime").ToList(), Table.GetColumn<DateTime>("DateTime").ToList());
        var (spans, realSpans) = (Sample.GetColumn<TimeSpan>("TimeSpan").ToList(), Table.GetColumn<TimeSpan>("TimeSpan").ToList());

        Assert.IsTrue(days.TrueForAll(day => day >= realDays.Min() && day <= realDays.Max() && day.TimeOfDay == TimeSpan.Zero));
        Assert.IsTrue(spans.TrueForAll(span => span >= realSpans.Min() && span <= realSpans.Max() && span.Ticks % TimeSpan.TicksPerMinute == 0));
    }

    [TestMethod]
    public void Sample_DatesWithTimesThatAreNotMissing_AreOnTheGridInTheRangeOfTheTable()
    {
        DateTime[] Known(IDataView data) => [.. data.GetColumn<DateTime>("Seen").Where(time => time != default)];
        var (real, made) = (
            Known(Table), Known(_gan!.Generator.Sample(Rows, seed: 2, new Dictionary<string, string> { ["Seen"] = TabularGenerator.Present })));

        Assert.HasCount(Rows, made);
        Assert.IsTrue(made.All(time => time >= real.Min() && time <= real.Max() && (time - real[0]).Ticks % (5 * TimeSpan.TicksPerMinute) == 0));
        Assert.IsGreaterThan(100, made.Select(time => time.Date).Distinct().Count());
        Assert.IsGreaterThan(100, made.Select(time => time.TimeOfDay).Distinct().Count());
        Assert.IsTrue(
            _gan.Generator.Sample(50, where: new Dictionary<string, string> { ["Seen"] = "" }).GetColumn<DateTime>("Seen").All(
                time => time == default));
    }

    [TestMethod]
    public void Sample_Numbers_HaveTheDigitsOfTheTable()
    {
        Assert.IsTrue(Sample.GetColumn<short>("Int16").All(number => number % 5 == 0));
        Assert.IsTrue(Sample.GetColumn<double>("Cents").All(number => Math.Round(number * 100) / 100 == number));
        Assert.IsTrue(Sample.GetColumn<float>("Mass").All(number => number == MathF.Floor(number)));
    }

    [TestMethod]
    public void Sample_PointMass_HasItsRate() =>
        Assert.AreEqual(0.9, Sample.GetColumn<float>("Mass").Count(number => number == 0) / (double)Rows, 0.03);

    [TestMethod]
    [DataRow("Double", "NaN")]
    [DataRow("Few", "NaN")]
    [DataRow("Job", "")]
    [DataRow("Many", "")]
    [DataRow("KeyByte", "0")]
    [DataRow("KeyUInt32", "0")]
    [DataRow("ConstantOrMissing", "")]
    [DataRow("Seen", "0001-01-01T00:00:00.0000000")]
    public void Sample_MissingCells_HaveTheirRate(string name, string missing) => Assert.AreEqual(
        Table.Texts(name).Count(text => text == missing) / 800.0, Sample.Texts(name).Count(text => text == missing) / (double)Rows, 0.03);

    [TestMethod]
    public void Sample_DerivedColumns_FollowTheirSource()
    {
        foreach (var (source, derived) in new[] { ("Level", "LevelCode"), ("City", "CityHeight"), ("City", "Region") })
        {
            var known = Table.Texts(source).Zip(Table.Texts(derived)).ToHashSet();
            foreach (var pair in Sample.Texts(source).Zip(Sample.Texts(derived))) Assert.Contains(pair, known);
        }
    }

    [TestMethod]
    public void Generator_SavedAndLoaded_MakesTheSameRows()
    {
        var path = Path.GetTempFileName();
        _gan!.SaveGenerator(path);
        using var loaded = new MLContext().Gan().LoadTabularGenerator(path);
        File.Delete(path);

        foreach (var column in Table.Schema) CollectionAssert
            .AreEqual(_gan.Generator.Sample(100).Texts(column.Name), loaded.Sample(100).Texts(column.Name));
    }

    [TestMethod]
    public void Sample_Rides_KeepTheirDurationsAndTimesOfDay()
    {
        var real = TestTables.Rides();
        using var gan = TestTables.Train(real);
        var made = gan.Generator.Sample(Rows, seed: 2);

        double[] own = Minutes(real), minutes = Minutes(made);
        Assert.IsTrue(minutes.Min() >= own.Min()
            && minutes.Max() <= own.Max(), $"{minutes.Min()} to {minutes.Max()} must be in {own.Min()} to {own.Max()}.");
        Assert.AreEqual(own.Average(), minutes.Average(), 1);
        Assert.AreEqual(Deviation(own), Deviation(minutes), 1);
        Assert.IsTrue(
            Array.TrueForAll(Dates(made, "Start"), start => start.TimeOfDay >= TimeSpan.FromHours(8) && start.TimeOfDay < TimeSpan.FromHours(20)),
                "The times of day are kept.");
        Assert.AreEqual(14, Dates(made, "Start").Average(start => start.TimeOfDay.TotalHours), 0.3);
        Assert.IsGreaterThan(300, Dates(made, "Start").Select(start => start.Date).Distinct().Count());
        double[] cents = [.. made.Numbers("Paid").Zip(made.Numbers("Fare"), (paid, fare) => 100 * (paid - fare))];
        Assert.IsTrue(cents.Min() > -1e-6 && cents.Max() < 100 + 1e-6, $"From {cents.Min()} to {cents.Max()} cents.");
        Assert.IsGreaterThan(0.99, cents.Average(more => Math.Round(more) is 0 or 50 or 100 ? 1 : 0),
            "Others come from the ends of the fares alone.");

        static double[] Minutes(IDataView rides) => [.. Dates(rides, "End").Zip(Dates(rides, "Start"), (end, start) => (end - start).TotalMinutes)];
        static DateTime[] Dates(IDataView rides, string name) =>
            Array.ConvertAll(rides.Texts(name), text => DateTime.Parse(text, CultureInfo.InvariantCulture));
        static double Deviation(double[] values) => Math.Sqrt(values.Average(value => value * value) - Math.Pow(values.Average(), 2));
    }
}
