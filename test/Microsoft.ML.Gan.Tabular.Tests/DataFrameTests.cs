using Microsoft.Data.Analysis;

namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>A DataFrame is a table to train on, and rows that are made are one again.</summary>
[TestClass]
public sealed class DataFrameTests
{
    private const int Rows = 300;

    private static readonly DataFrame Frame = People();
    private static DataFrame _made = null!;

    [ClassInitialize]
    public static void Train(TestContext _)
    {
        using var gan = new MLContext().Gan().TrainTabular(Frame, new TabularGanTrainer.Options { Epochs = 1, HeldOutShare = 0 });
        _made = gan.Generator.Sample(Rows, seed: 1).ToDataFrame(maxRows: -1);
    }

    [TestMethod]
    public void ToDataFrame_RowsMadeFromAFrame_HaveItsColumns()
    {
        Assert.AreEqual(Rows, _made.Rows.Count);
        CollectionAssert.AreEqual(
            Frame.Columns.Select(column => (column.Name, column.DataType)).ToArray(),
            _made.Columns.Select(column => (column.Name, column.DataType)).ToArray());
    }

    [TestMethod]
    public void Fit_NullsOfNumbersTextsAndDates_AreMissingCells()
    {
        AssertShare(Frame["Weight"].NullCount, _made["Weight"].Cast<double?>().Count(value => value is null or double.NaN));
        AssertShare(Frame["Town"].NullCount, _made["Town"].Cast<string?>().Count(string.IsNullOrEmpty));
        AssertShare(Frame["Joined"].NullCount, _made["Joined"].Cast<DateTime?>().Count(value => value is null || value == default(DateTime)));
    }

    [TestMethod]
    public void Fit_WholeNumbersWithoutNulls_StayWholeAndInRange()
    {
        var ages = _made["Age"].Cast<int>().ToList();

        Assert.IsTrue(ages.TrueForAll(age => age is >= 20 and < 70));
        Assert.IsGreaterThan(10, ages.Distinct().Count());
    }

    private static void AssertShare(long real, int made)
    {
        Assert.IsGreaterThan(0, real);
        Assert.AreEqual((double)real / Rows, (double)made / Rows, delta: 0.15);
    }

    private static DataFrame People()
    {
        var random = new Random(5);
        return new DataFrame(
            new Int32DataFrameColumn("Age", Draw(() => random.Next(20, 70))),
            new DoubleDataFrameColumn("Weight", Draw<double?>(() => random.Next(4) == 0 ? null : 50 + random.Next(500) / 10.0)),
            new StringDataFrameColumn("Town", Draw(() => random.Next(4) == 0 ? null! : $"{"ABC"[random.Next(3)]}")),
            new DateTimeDataFrameColumn(
                "Joined", Draw<DateTime?>(() => random.Next(4) == 0 ? null : new DateTime(2024, 1, 1).AddDays(random.Next(300)))),
            new BooleanDataFrameColumn("Member", Draw(() => random.Next(2) == 0)));
    }

    private static IEnumerable<T> Draw<T>(Func<T> draw) => [.. Enumerable.Range(0, Rows).Select(_ => draw())];
}
