using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

[TestClass]
public sealed class RoundingGridTests
{
    private static readonly Lazy<TableSchema> Coarse = new(() => TestTables.Encode(TestTables.Coarse()));

    [TestMethod]
    public void Find_PricesInHundredsUpToACap_IsAHundredAndTheCapAnException()
    {
        var rounding = GrainOf("Price")!;

        Assert.AreEqual(100, rounding.Size);
        CollectionAssert.AreEqual(new[] { 500_001.0 }, rounding.Exceptions.ToArray());
        Assert.AreEqual(500_001, rounding.Snap(500_001));
        Assert.AreEqual(73_700, rounding.Snap(73_663));
        Assert.AreEqual(73_600, rounding.Snap(73_649.9));
    }

    [TestMethod]
    public void Snap_EndsOfTheRange_IsThePointWithinTheQuantileFunction()
    {
        // their means: 17,540 and 563,880
        double[] outer = [7_100, 20_000, 20_100, 20_200, 20_300], tail = [479_700, 479_800, 479_900, 480_000, 900_000];
        var random = new Random(2);
        var data = new TestTable(1500).Add(
            "A", row => (int)(row < 5 ? outer[row] : row < 10 ? tail[row - 5] : row == 10 ? 300_001 : 100 * random.Next(210, 4790)))
                .Add("B", _ => random.NextDouble());

        var rounding = Assert.IsInstanceOfType<RoundingGrid>(TestTables.Encode(data).Numbers[0].Rounding);

        Assert.AreEqual(17_600, rounding.Snap(7_100));                                                  // neither end is a row's own value
        Assert.AreEqual(563_800, rounding.Snap(900_000));
    }

    [TestMethod]
    public void Find_WholeNumbersAndAMeanOfManyDecimals_IsOneAndTheMeanAnException()
    {
        var rounding = GrainOf("Age")!;

        Assert.IsFalse(Numbers("Age").Grid.IsGrid);
        Assert.AreEqual((1.0, 1.0), (rounding.Scale, rounding.Size));
        CollectionAssert.AreEqual(new[] { 29.69911764705882 }, rounding.Exceptions.ToArray());
        Assert.AreEqual(30, rounding.Snap(29.699));
        Assert.AreEqual(29.69911764705882, rounding.Snap(29.69911764705882));
    }

    [TestMethod]
    public void Find_SinglesOfOneDecimalAndACode_IsTenHundredths()
    {
        var rounding = GrainOf("Tons")!;

        Assert.AreEqual(2, Numbers("Tons").Grid.Decimals);
        Assert.AreEqual((1.0, 10.0), (rounding.Scale, rounding.Size));
        CollectionAssert.AreEqual(new[] { 9999.0 }, rounding.Exceptions.ToArray());
    }

    [TestMethod]
    public void Find_UnsignedNumbers_CountsFromTheirOwnZero()
    {
        var (rounding, column) = (GrainOf("Bytes")!, Numbers("Bytes"));

        Assert.AreEqual(1000, rounding.Size);
        var snapped = column.Grid.Origin + (long)rounding.Snap(column.Grid.PointOf(700_123 + column.Schema.Value.Zero));
        Assert.AreEqual(700_000, ((WholeValue)column.Schema.Value).ToTensor(snapped));
    }

    [TestMethod]
    public void Find_AFewValuesBesideAGrid_PutsThemOnIt()
    {
        // hundredths; three of 1,500 rows are a quarter off
        var rounding = GrainOf("Paid")!;

        Assert.AreEqual(1000, rounding.Size);
        Assert.IsEmpty(rounding.Exceptions);
        Assert.AreEqual(100_000, rounding.Snap(100_025));
    }

    [TestMethod]
    [DataRow(12, true)]
    [DataRow(8, false)]
    public void Find_OneInSoManyBesideAGrid_IsNoneBelowNineTenths(int every, bool isGrain)
    {
        var random = new Random(2);
        var data = new TestTable(2000).Add("A", row => 100 * random.Next(100_000) + (row % every == 0 ? 37 : 0)).Add("B", _ => random.NextDouble());

        Assert.AreEqual(isGrain, TestTables.Encode(data).Numbers[0].Rounding is not null);
    }

    [TestMethod]
    public void Find_MostRowsAtZero_IsNoneWhereTheOthersLieOnNoGrid() => Assert.IsNull(GrainOf("Mass"));

    [TestMethod]
    [DataRow(8, true)]
    [DataRow(9, false)]
    public void Find_ManySharedValuesOffTheGrid_IsNone(int exceptions, bool isGrain)
    {
        var random = new Random(2);
        var data = new TestTable(2000).Add("A", row => row % 4 == 0
            ? 10 * random.Next(exceptions) + 1
            : 10 * random.Next(1000)).Add("B", _ => random.NextDouble());

        Assert.AreEqual(isGrain, TestTables.Encode(data).Numbers[0].Rounding is not null);
    }

    [TestMethod]
    public void Find_NumbersThatAllLieOnOneGrid_IsNone()
    {
        var schema = TestTables.Encode(TestTables.EveryType());

        foreach (var number in schema.Numbers) Assert.IsNull(number.Rounding, number.Column);
    }

    [TestMethod]
    public void Find_DoublesInThousands_IsAThousand()
    {
        var random = new Random(2);
        var data = new TestTable(500).Add("A", _ => 1000.0 * random.Next(400)).Add("B", _ => random.NextDouble());

        Assert.AreEqual(1000, TestTables.Encode(data).Numbers[0].Rounding is RoundingGrid rounding ? rounding.Size : 0);
    }

    private static NumberColumn Numbers(string name) =>
        (NumberColumn)TestTables.Read(TestTables.Coarse()).Columns.Single(column => column.Name == name);

    private static RoundingGrid? GrainOf(string name) => Coarse.Value.Numbers.Single(number => number.Column == name).Rounding as RoundingGrid;
}
