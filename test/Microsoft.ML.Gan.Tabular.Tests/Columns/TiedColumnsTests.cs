using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

[TestClass]
public sealed class TiedColumnsTests
{
    private const int Rows = 1000;

    private readonly Random _random = new(4);

    [TestMethod]
    [DataRow(5, "Paid = Bill")]
    [DataRow(40, "Paid = Bill")]
    [DataRow(80, "")]                                                // a hundredth is too rare
    public void Find_EverySoManiethCellEqual_IsTied(int every, string expected)
    {
        int[] bill = [.. Draw(100_000)];

        var data = new TestTable(Rows).Add("Bill", row => bill[row]).Add("Paid", row => row % every == 0 ? bill[row] : _random.Next(50_000));

        Assert.AreEqual(expected, Find(data));
    }

    [TestMethod]
    public void Find_DecimalsAndWholeNumbers_AreComparedByValue()
    {
        int[] bill = [.. Draw(100_000)];

        Assert.AreEqual(
            "Paid = Bill",
            Find(new TestTable(Rows).Add("Bill", row => bill[row]).Add("Paid", row => row % 4 == 0 ? bill[row] : _random.Next(5_000_000) / 100.0)));
    }

    [TestMethod]
    public void Find_EqualByChanceOrByBeingClose_IsNotTied()
    {
        int[] age = [.. Draw(60)];
        var data = new TestTable(Rows)
            .Add("Age", row => 20 + age[row])
            .Add("Partner", row => 20 + Math.Clamp(age[row] + _random.Next(-4, 5), 0, 60))                        // a ninth is equal
            .Add("Zeros", _ => _random.Next(2) == 0 ? 0 : _random.Next(1_000_000))
            .Add("MoreZeros", _ => _random.Next(2) == 0 ? 0 : _random.Next(1_000_000))
            .Add("Spread", _ => 20 + _random.Next(60));

        Assert.AreEqual("", Find(data));
    }

    private IEnumerable<int> Draw(int range) => Enumerable.Range(0, Rows).Select(_ => _random.Next(range));

    private static string Find(TestTable data) => string.Join(
        ", ", TiedColumns.Find([.. TestTables.Read(data).Columns.OfType<NumberColumn>()], (_, _) => true)
            .Select(tied => $"{tied.Key.Name} = {tied.Value.Source.Name}"));
}
