using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

[TestClass]
public sealed class OrderedColumnsTests
{
    private const int Rows = 400;

    private readonly Random _random = new(2);

    [TestMethod]
    public void Find_Prices_AreInOrderWithoutWhatFollows()
    {
        double[] low = [.. Draw(100)], middle = [.. low.Select(value => value + 30 * _random.NextDouble())];
        var data = new TestTable(Rows)
            .Add("High", row => middle[row] + 40 * _random.NextDouble())
            .Add("Low", row => low[row])
            .Add("Middle", row => row % 3 == 0 ? double.NaN : middle[row])
            .Add("Other", _ => 100 * _random.NextDouble());

        Assert.AreEqual("Low <= Middle, Middle <= High", Find(data));
    }

    [TestMethod]
    public void Find_WholeNumbersAndFractions_AreCompared()
    {
        double[] low = [.. Draw(50)];
        var data = new TestTable(Rows).Add("Low", row => low[row]).Add("Whole", row => (int)Math.Ceiling(low[row]) + row % 9);

        Assert.AreEqual("Low <= Whole", Find(data));
    }

    [TestMethod]
    public void Find_PairsThatAreOnceTheWrongWayRoundOrOfOtherRangesOrFew_AreNone()
    {
        double[] low = [.. Draw(100)];
        var data = new TestTable(Rows)
            .Add("Low", row => low[row])
            .Add("Once", row => row == 77 ? low[row] - 1 : low[row] + 20)
            .Add("Beyond", row => 1000 + row % 50)                                                               // no two rows tell anything
            .Add("Few", row => row < 150 ? low[row] + 20 : double.NaN)
            .Add("Date", row => new DateTime(2024, 1, 1).AddDays(row));

        Assert.AreEqual("", Find(data));
    }

    private IEnumerable<double> Draw(double range) => Enumerable.Range(0, Rows).Select(_ => range * _random.NextDouble());

    private static string Find(TestTable data) => string.Join(
        ", ", OrderedColumns.Find([.. TestTables.Read(data).Columns.OfType<NumberColumn>()])
            .Select(pair => $"{pair.Lesser.Name} <= {pair.Greater.Name}"));
}
