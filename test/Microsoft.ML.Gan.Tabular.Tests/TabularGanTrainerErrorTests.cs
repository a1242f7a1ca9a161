using Microsoft.ML.Data;
using Role = Microsoft.ML.Gan.TabularColumnRole;

namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>Tables that cannot be trained on, and what their users are told.</summary>
[TestClass]
public sealed class TabularGanTrainerErrorTests
{
    [TestMethod]
    public void Fit_VectorColumn_IsRefusedWithTheRemedy() => AssertRefused(
        TestRows.Clusters(),
        "Column 'Features' must have one value a row, but is a vector (Vector<Single, 2>). Give each of its slots a column of its own, or leave " +
        "it out by naming the others in ColumnNames.");

    [TestMethod]
    public void Fit_ColumnOfAnotherType_IsRefusedWithTheRemedy() => AssertRefused(
        Table().Add("Id", row => new DataViewRowId((ulong)row, 0)),
        "Column 'Id' must be of numbers, text, booleans, keys, dates or spans of time, but is DataViewRowId. " +
        "Convert it, or leave it out by naming the others in ColumnNames.");

    [TestMethod]
    public void Fit_KeyOfMoreValuesThanCodes_IsRefusedWithTheRemedy() => AssertRefused(
        Table().Keys("K", ulong.MaxValue, [], row => (ulong)row),
        "Column 'K' must be a key of at most 9223372036854775807 values, but is Key<UInt64, 0-18446744073709551614>. Convert it, or leave it " +
        "out by naming the others in ColumnNames.");

    [TestMethod]
    public void Fit_TwoColumnsOfOneName_AreRefused() => AssertRefused(
        Table().Add("N", row => row),
        "The columns of the table must have different names, but 'N' occurs more than once. Rename one, or name the columns to learn in " +
        "ColumnNames.");

    [TestMethod]
    public void Fit_ColumnNameThatIsNotThere_IsRefusedWithTheColumns()
    {
        AssertRefused(Table(), "Could not find table column 'M'. The columns are: 'N', 'T'.", new() { ColumnNames = ["N", "M"] });
        AssertRefused(
            Table(), "Could not find table column 'M'. The columns are: 'N', 'T'.",
                new() { ColumnRoles = new Dictionary<string, Role> { ["M"] = Role.Numeric } });
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void Fit_TooFewRows_IsRefused(int rows) =>
        AssertRefused(Table(rows), $"The training data must have at least 2 rows, but had {rows}. Add rows.");

    [TestMethod]
    public void Fit_BlankColumnName_IsRefused() =>
        AssertRefused(Table().Add(" ", row => row), "The columns of the table must have names, but that of column 3 is blank. Rename it.");

    [TestMethod]
    public void Fit_NoColumns_IsRefused() => AssertRefused(new TestTable(5), "The training data must have columns, but has none.");

    [TestMethod]
    public void Fit_Infinity_IsRefusedWithTheRow()
    {
        AssertRefused(
            Table().Add("X", row => row == 16 ? double.NegativeInfinity : row),
            "Row 17 of column 'X' must be a finite number or NaN for a missing one, but was -Infinity. Replace or drop such rows.");
        AssertRefused(
            Table().Add("X", row => row == 0 ? float.PositiveInfinity : row),
            "Row 1 of column 'X' must be a finite number or NaN for a missing one, but was Infinity. Replace or drop such rows.");
    }

    [TestMethod]
    public void Fit_OnlyConstantColumns_IsRefused() => AssertRefused(
        new TestTable(30).Texts("T", _ => "x").Add("N", _ => 5),
        "The training data must have a column whose values differ, but each has only one value. Add columns.");

    [TestMethod]
    [DataRow("T", Role.Numeric, "The role of column 'T' must fit its type, but Text can't be Numeric. Use Categorical, or leave it to be inferred.")]
    [DataRow(
        "B", Role.Integer, "The role of column 'B' must fit its type, but Boolean can't be Integer. Use Categorical, or leave it to be inferred.")]
    [DataRow("K", Role.Date, "The role of column 'K' must fit its type, but KeyUInt32 can't be Date. Use Categorical, or leave it to be inferred.")]
    [DataRow("N", Role.Date, "The role of column 'N' must fit its type, but Int32 can't be Date. Use another role, or leave it to be inferred.")]
    [DataRow("D", Role.Date, "The role of column 'D' must fit its type, but Double can't be Date. Use another role, or leave it to be inferred.")]
    public void Fit_RoleThatDoesNotFit_IsRefused(string name, Role role, string message) => AssertRefused(
        Table().Add("B", row => row % 2 == 0).Keys("K", 3, [], row => (uint)(row % 3)).Add("D", row => row * 0.5),
        message, new() { ColumnRoles = new Dictionary<string, Role> { [name] = role } });

    [TestMethod]
    public void Fit_Null_IsRefused() =>
        Assert.AreEqual("input", Assert.ThrowsExactly<ArgumentNullException>(() => TestRows.MLContext.Gan().TrainTabular().Fit(null!)).ParamName);

    [TestMethod]
    public void GetOutputSchema_Columns_AreThoseThatAreLearnt()
    {
        var shape = TestRows.ShapeOf(Table());

        var output = TestRows.MLContext.Gan().TrainTabular(new TabularGanTrainer.Options { ColumnNames = ["T"] }).GetOutputSchema(shape);
        var failure = Assert.ThrowsExactly<ArgumentException>(
            () => TestRows.MLContext.Gan().TrainTabular(new TabularGanTrainer.Options { ColumnNames = ["U"] }).GetOutputSchema(shape));

        Assert.AreEqual("T", string.Join(", ", output.Select(column => column.Name)));
        Assert.AreEqual("Could not find table column 'U'. The columns are: 'N', 'T'.", failure.Message);
        Assert.AreEqual("N, T", string.Join(", ", TestRows.MLContext.Gan().TrainTabular().GetOutputSchema(shape).Select(column => column.Name)));
    }

    private static TestTable Table(int rows = 30) => new TestTable(rows).Add("N", row => row).Texts("T", row => $"{row % 3}");

    private static void AssertRefused(IDataView data, string message, TabularGanTrainer.Options? options = null) =>
        Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(() => TestTables.Train(data, options ?? TestTables.Quick())).Message);
}
