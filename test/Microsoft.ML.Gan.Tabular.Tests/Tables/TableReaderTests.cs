using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Tables;
using Role = Microsoft.ML.Gan.TabularColumnRole;

namespace Microsoft.ML.Gan.Tests.Tabular.Tables;

[TestClass]
public sealed class TableReaderTests
{
    [TestMethod]
    [DataRow("Single", nameof(TabularValueType.Single), Role.Numeric)]
    [DataRow("Double", nameof(TabularValueType.Double), Role.Numeric)]
    [DataRow("Cents", nameof(TabularValueType.Double), Role.Numeric)]
    [DataRow("Mass", nameof(TabularValueType.Single), Role.Integer)]
    [DataRow("Few", nameof(TabularValueType.Single), Role.Categorical)]
    [DataRow("SByte", nameof(TabularValueType.SByte), Role.Integer)]
    [DataRow("Int16", nameof(TabularValueType.Int16), Role.Integer)]
    [DataRow("Int32", nameof(TabularValueType.Int32), Role.Integer)]
    [DataRow("Int64", nameof(TabularValueType.Int64), Role.Integer)]
    [DataRow("Byte", nameof(TabularValueType.Byte), Role.Integer)]
    [DataRow("UInt16", nameof(TabularValueType.UInt16), Role.Integer)]
    [DataRow("UInt32", nameof(TabularValueType.UInt32), Role.Integer)]
    [DataRow("UInt64", nameof(TabularValueType.UInt64), Role.Integer)]
    [DataRow("FewUInt64", nameof(TabularValueType.UInt64), Role.Categorical)]
    [DataRow("Boolean", nameof(TabularValueType.Boolean), Role.Categorical)]
    [DataRow("Job", nameof(TabularValueType.Text), Role.Categorical)]
    [DataRow("LevelCode", nameof(TabularValueType.Int32), Role.Categorical)]
    [DataRow("KeyByte", nameof(TabularValueType.KeyByte), Role.Categorical)]
    [DataRow("KeyUInt16", nameof(TabularValueType.KeyUInt16), Role.Categorical)]
    [DataRow("KeyUInt32", nameof(TabularValueType.KeyUInt32), Role.Categorical)]
    [DataRow("KeyUInt64", nameof(TabularValueType.KeyUInt64), Role.Categorical)]
    [DataRow("DateTime", nameof(TabularValueType.DateTime), Role.Date)]
    [DataRow("TimeSpan", nameof(TabularValueType.TimeSpan), Role.Date)]
    [DataRow("Seen", nameof(TabularValueType.DateTime), Role.Date)]
    public void Read_ColumnOfAnyType_HasItsTypeAndARole(string name, string type, Role role)
    {
        var column = Every.Value.Columns.Single(column => column.Name == name);

        Assert.AreEqual(type, column.Schema.Value.Type.ToString());
        Assert.AreEqual(role, column.Role);
        Assert.AreEqual(role == Role.Categorical, column is CategoryColumn);
        Assert.AreEqual(800, column.RowCount);
    }

    [TestMethod]
    public void Read_NoColumnsNamed_KeepsTheOrderOfTheTable() => CollectionAssert.AreEqual(
        TestTables.EveryType(30).Schema.Select(column => column.Name).ToList(), Every.Value.Columns.Select(column => column.Name).ToList());

    [TestMethod]
    public void Read_ColumnsNamed_HasThoseInTheirOrder()
    {
        var table = TestTables.Read(TestTables.EveryType(30), new() { ColumnNames = ["Job", "Single", "Boolean"] });

        CollectionAssert.AreEqual(new[] { "Job", "Single", "Boolean" }, table.Columns.Select(column => column.Name).ToArray());
    }

    [TestMethod]
    public void Read_NamedColumnAmongTwoOfItsName_TakesTheLastAsMLNetDoes()
    {
        var twice = new TestTable(3).Add("A", row => row).Add("A", row => row + 7L).Add("B", row => row);

        var column = (CategoryColumn)TestTables.Read(twice, new() { ColumnNames = ["A"] }).Columns.Single();

        Assert.AreEqual(TabularValueType.Int64, column.Schema.Value.Type);
        CollectionAssert.AreEqual(new[] { "7", "8", "9" }, column.Categories.Select(category => category.Text).ToArray());
    }

    [TestMethod]
    public void Read_KeyColumn_HasItsCountAndTexts()
    {
        var (named, plain) = (Column("KeyUInt32"), Column("KeyByte"));

        Assert.AreEqual(3, named.Schema.Value.Traits.KeyCount);
        CollectionAssert.AreEqual(new[] { "a", "b", "c" }, named.Schema.Value.Traits.KeyValues.ToArray());
        CollectionAssert.AreEquivalent(new[] { "a", "b", "c" }, named.Categories.Select(category => category.Text).ToArray());
        CollectionAssert.AreEquivalent(new long[] { 1, 2, 3 }, named.Categories.Select(category => category.Whole).ToArray());
        Assert.IsTrue(named.HasMissing);
        CollectionAssert.AreEquivalent(new[] { "1", "2", "3", "4", "5" }, plain.Categories.Select(category => category.Text).ToArray());
    }

    [TestMethod]
    [DataRow("Double")]
    [DataRow("Few")]
    [DataRow("Job")]
    [DataRow("KeyByte")]
    [DataRow("Seen")]
    public void Read_MissingCells_AreCountedAndFlagged(string name)
    {
        var data = TestTables.EveryType();
        var column = TestTables.Read(data).Columns.Single(column => column.Name == name);

        var isMissing = data.Texts(name).Select(text => text is "NaN" or "" or "0" or "0001-01-01T00:00:00.0000000").ToList();

        Assert.AreEqual(isMissing.Count(missing => missing), column.MissingCount);
        Assert.IsTrue(column.HasMissing);
        for (var row = 0; row < isMissing.Count; row++) Assert.AreEqual(isMissing[row], column.IsMissing(row), $"row {row}");
    }

    [TestMethod]
    public void Read_Categories_AreInTheOrderOfTheirCountsThenOfTheirFirstRows()
    {
        string[] cells = ["x", "b", "", "a", "b", "c", "a", "b", "z"];

        var column = (CategoryColumn)TestTables.Read(new TestTable(cells.Length).Texts("T", row => cells[row])).Columns[0];

        CollectionAssert.AreEqual(new[] { "b", "a", "x", "c", "z" }, column.Categories.Select(category => category.Text).ToArray());
        CollectionAssert.AreEqual(new[] { 3, 2, 1, 1, 1 }, column.Categories.Select(category => category.Count).ToArray());
        CollectionAssert.AreEqual(new[] { 2, 0, -1, 1, 0, 3, 1, 0, 4 }, column.Codes);
    }

    [TestMethod]
    [DataRow(20, true)]
    [DataRow(21, false)]
    public void Read_NumbersOfFewValues_AreCategories(int values, bool areCategories)
    {
        var data = new TestTable(100)
            .Add("I", row => row % values)
            .Add("D", row => row == 99 ? double.NaN : row % values / 8.0)
            .Add("T", row => new DateTime(2024, 1, 1).AddDays(row % values));

        foreach (var column in TestTables.Read(data).Columns) Assert.AreEqual(areCategories, column is CategoryColumn, column.Name);
    }

    [TestMethod]
    [DataRow(new[] { 0.6, 411.6995, double.NaN }, new[] { 1, 411, double.NaN })]
    [DataRow(new[] { -2.4, 2.5, 3.5 }, new[] { -2.0, 2, 3 })]
    [DataRow(new[] { 0.4, 0.45, 0.3 }, new[] { 0.0, 0, 0 })]                    // no whole number lies between them
    public void Read_FractionsAsIntegers_AreWholeNumbersWithinTheirRange(double[] values, double[] points)
    {
        var options = new TabularGanTrainer.Options
        {
            ColumnRoles = new Dictionary<string, TabularColumnRole> { ["X"] = TabularColumnRole.Integer },
        };

        var column = (NumberColumn)TestTables.Read(new TestTable(values.Length).Add("X", row => values[row]), options).Columns[0];

        CollectionAssert.AreEqual(points, column.Points);
    }

    [TestMethod]
    public void Read_DatesOfWhichSomeAreMissing_LieOnTheGridOfTheOthers()
    {
        var first = new DateTime(2024, 2, 29);
        var column = (NumberColumn)TestTables.Read(new TestTable(50).Add("Date", row => row % 2 == 1 ? default : first.AddDays(row))).Columns[0];

        var place = (double)(first.Ticks / TimeSpan.TicksPerDay / 2);
        Assert.AreEqual(new ValueGrid(true, first.Ticks % (2 * TimeSpan.TicksPerDay), 2 * TimeSpan.TicksPerDay, 0), column.Grid);
        CollectionAssert.AreEqual(new[] { place, double.NaN, place + 1, double.NaN, place + 2 }, column.Points[..5]);
    }

    [TestMethod]
    public void Read_FewDatesOfWhichSomeAreMissing_AreCategoriesAndMissing()
    {
        var column = (CategoryColumn)TestTables.Read(new TestTable(5).Add("Date", row => row < 2 ? default : new DateTime(2024, 1, row))).Columns[0];

        CollectionAssert.AreEqual(new[] { -1, -1, 0, 1, 2 }, column.Codes);
    }

    [TestMethod]
    public void Read_TextsOfCategories_AreInvariantAndExact()
    {
        var data = new TestTable(2)
            .Add("Single", row => row == 0 ? 0.1f : 1e-5f)
            .Add("Double", row => row == 0 ? 0.1 + 0.2 : -1.5)
            .Add("UInt64", row => row == 0 ? ulong.MaxValue : 0)
            .Add("Boolean", row => row == 0)
            .Add("Date", row => new DateTime(2024, 2, 29, 12, 30, 0).AddTicks(row))
            .Add("Span", row => TimeSpan.FromSeconds(90 + row));

        var texts = TestTables.Read(data).Columns.Cast<CategoryColumn>()
            .Select(column => string.Join(" ", column.Categories.Select(category => category.Text))).ToArray();

        CollectionAssert.AreEqual(
            new[]
            {
                "0.1 1E-05", "0.30000000000000004 -1.5", "18446744073709551615 0", "True False",
                "2024-02-29T12:30:00.0000000 2024-02-29T12:30:00.0000001", "00:01:30 00:01:31",
            },
            texts);
    }

    [TestMethod]
    public void Read_RolesSet_AreTaken()
    {
        var roles = new Dictionary<string, Role>
        {
            ["Int32"] = Role.Categorical,
            ["LevelCode"] = Role.Integer,
            ["Few"] = Role.Numeric,
            ["Single"] = Role.Integer,
            ["DateTime"] = Role.Categorical,
        };

        var columns = TestTables.Read(TestTables.EveryType(), new() { ColumnRoles = roles }).Columns.ToDictionary(column => column.Name);

        foreach (var (name, role) in roles) Assert.AreEqual(role, columns[name].Role, name);
        Assert.HasCount(74, ((CategoryColumn)columns["Int32"]).Categories);
        Assert.IsTrue(((NumberColumn)columns["Single"]).Points.All(point => point == Math.Floor(point)));
        Assert.AreEqual(1, ((NumberColumn)columns["Few"]).Grid.Decimals);
    }

    private static readonly Lazy<Table> Every = new(() => TestTables.Read(TestTables.EveryType()));

    private static CategoryColumn Column(string name) => (CategoryColumn)Every.Value.Columns.Single(column => column.Name == name);
}
