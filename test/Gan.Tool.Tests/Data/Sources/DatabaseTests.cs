using System.Data.Common;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Forms;
using Gan.Tool.Data.Sources;
using Microsoft.Data.Analysis;

namespace Gan.Tool.Tests.Data.Sources;

/// <summary>What holds of every kind of databases.</summary>
public abstract class DatabaseTests
{
    private const int ManyRows = 100_000;

    private protected static readonly TableName Every = new(null, "every");

    /// <value>The database with a table of each type.</value>
    private protected abstract Database Database { get; }

    [TestMethod]
    public void Write_TableThatWasRead_HasTheSameTypesKeyAndCells()
    {
        var table = CsvTable.Read(new DatabaseSource(Database, Every));

        Target("copy").Write(new StoredRows(table.Data, table.Style));

        foreach (var column in table.Style.Columns.Where(one => one.Name != "big" && one.Stored!.Kind is >= CellKind.Int16 and <= CellKind.Double))
            Assert.IsInstanceOfType<NumberForm>(column.Form, column.Name);
        using var connection = Database.Open(isForWriting: false);
        var columns = ColumnsOf(connection, "every");
        CollectionAssert.AreEqual(columns.ToArray(), ColumnsOf(connection, "copy").ToArray());
        Assert.AreEqual(true, columns[0].Stored!.IsKey);
        Assert.AreEqual("3,0,0", Text(
            connection,
            "SELECT (SELECT count(*) FROM every), (SELECT count(*) FROM (SELECT * FROM every EXCEPT SELECT * FROM copy) AS a), " +
            "(SELECT count(*) FROM (SELECT * FROM copy EXCEPT SELECT * FROM every) AS b)"));
    }

    [TestMethod]
    public void Read_Query_GivesItsColumnsAlone()
    {
        var table = CsvTable.Read(new DatabaseSource(Database, table: null, "SELECT name, 2 * id AS twice FROM every WHERE id < 3 ORDER BY id"));

        CollectionAssert.AreEqual(new[] { "name", "twice" }, table.Data.Columns.Select(column => column.Name).ToArray());
        CollectionAssert.AreEqual(new object[] { 2, 4 }, table.Data["twice"].Cast<object>().ToArray());
        Assert.AreEqual("the query: a table of " + Database.Kind + ".", table.Description);
    }

    [TestMethod]
    public void Read_NameOfNoTable_NamesThoseNear()
    {
        var fault = Assert.ThrowsExactly<InvalidDataException>(() => CsvTable.Read(new DatabaseSource(Database, new TableName(null, "evry"))));

        Assert.AreEqual($"The table must exist, but 'evry' is not in {Database.Place}. Near is 'every'.", fault.Message);
    }

    [TestMethod]
    public void Read_ColumnOfBytes_IsNamedUnlessItIsLeftOut()
    {
        var source = new DatabaseSource(Database, new TableName(null, "pictures"));

        var fault = Assert.ThrowsExactly<InvalidDataException>(() => CsvTable.Read(source));
        var table = CsvTable.Read(source, new CsvOptions { Ignored = ["picture"] });

        Assert.Contains("Column 'picture' of 'pictures' must be of numbers, texts, truth values, dates or times, but is of ", fault.Message);
        Assert.EndsWith("Leave it out by --ignore \"picture\".", fault.Message);
        CollectionAssert.AreEqual(new[] { "id" }, table.Data.Columns.Select(column => column.Name).ToArray());
    }

    [TestMethod]
    public void Write_TableThatIsThere_IsRefusedReplacedOrGrows()
    {
        var one = Rows(1);
        Target("there").Write(one);

        var refused = Assert.ThrowsExactly<IOException>(() => Target("there").Write(one));
        Target("there", WriteMode.Append).Write(Rows(2));
        var grown = CountOf("there");
        Target("there", WriteMode.Replace).Write(Rows(4));

        Assert.AreEqual(
            $"The table to write to must be a new one, but 'there' is in {Database.Place}. Give --replace, --append or another name.",
            refused.Message);
        Assert.AreEqual(("3", "4"), (grown, CountOf("there")));
        Assert.ThrowsExactly<InvalidDataException>(() => Target("nowhere", WriteMode.Append).Check());
    }

    [TestMethod]
    public void Write_StoppedMidway_LeavesWhatWasThere()
    {
        Target("kept").Write(Rows(3));

        Assert.ThrowsExactly<OperationCanceledException>(() => Target("kept", WriteMode.Replace).Write(Stopped()));
        Assert.ThrowsExactly<OperationCanceledException>(() => Target("kept", WriteMode.Append).Write(Stopped()));
        Assert.ThrowsExactly<OperationCanceledException>(() => Target("half").Write(Stopped()));

        Assert.AreEqual("3", CountOf("kept"));
        using var connection = Database.Open(isForWriting: false);
        CollectionAssert.DoesNotContain(Database.Tables(connection).ToArray(), new TableName(null, "half"));
    }

    [TestMethod]
    public void Write_HundredThousandRows_AllArrive()
    {
        Target("many").Write(Rows(ManyRows));

        using var connection = Database.Open(isForWriting: false);
        Assert.AreEqual($"{ManyRows},{ManyRows},{ManyRows - 1}", Text(connection, "SELECT count(*), count(DISTINCT id), max(id) FROM many"));
    }

    private protected static void Run(DbConnection connection, params string[] statements)
    {
        foreach (var sql in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private protected DatabaseTarget Target(string name, WriteMode mode = WriteMode.Create) => new(Database, new TableName(null, name), mode);

    private protected static StoredRows Rows(int count, Action<int>? written = null)
    {
        var frame = new DataFrame(
            new Int32DataFrameColumn("id", Enumerable.Range(0, count)),
            new DoubleDataFrameColumn("half", Enumerable.Range(0, count).Select(i => i / 2.0)),
            new StringDataFrameColumn("text", Enumerable.Range(0, count).Select(i => $"Ж\t'{i % 7}\"\\")));
        return new(frame, TableStyle.Plain) { Written = written };
    }

    private static StoredRows Stopped() => Rows(2_000, rows =>
    {
        if (rows == 1_500) throw new OperationCanceledException();
    });

    private string CountOf(string table)
    {
        using var connection = Database.Open(isForWriting: false);
        return Text(connection, $"SELECT count(*) FROM {table}");
    }

    private IReadOnlyList<SourceColumn> ColumnsOf(DbConnection connection, string table) =>
        Database.Columns(connection, $"SELECT * FROM {table}", new TableName(null, table));

    private static string Text(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        reader.Read();
        return string.Join(',', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue));
    }
}
