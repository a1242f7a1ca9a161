using Gan.Testing;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Forms;
using Gan.Tool.Data.Sources;

namespace Gan.Tool.Tests.Data.Sources;

[TestClass]
public sealed class SqliteDatabaseTests : DatabaseTests
{
    private static readonly TemporaryFolder Folder = new();

    private protected override Database Database { get; } = new SqliteDatabase(Folder["every.sqlite"]);

    [ClassInitialize]
    public static void Fill(TestContext _)
    {
        using var connection = new SqliteDatabase(Folder["every.sqlite"]).Open(isForWriting: true);
        Run(
            connection,
            "CREATE TABLE every (id INTEGER PRIMARY KEY, name TEXT NOT NULL, short VARCHAR(20), yes BOOLEAN NOT NULL, " +
            "price DECIMAL(10, 2) NOT NULL, exact REAL, day DATE NOT NULL, clock TIME, stamp DATETIME, moment TIMESTAMPTZ, code UUID)",
            "INSERT INTO every VALUES (1, 'Ünïcode ж 語', 'NA', 1, 12.5, 0.1, '2024-02-29', '23:59:01', '2024-02-29 10:00:00.125', " +
            "'2024-02-29 10:00:00+00:00', '0ab0d5f6-ea49-4ff5-b7a7-0c6d1d1f8a55')",
            "INSERT INTO every VALUES (2, '', NULL, 0, -3, NULL, '1999-12-31', NULL, NULL, NULL, NULL)",
            "INSERT INTO every VALUES (7, 'tab\t\"quote\" \\', '007', 1, 1000000, 1e-7, '2024-03-01', '00:00:00', '2024-03-01 00:00:00', " +
            "'2024-03-01 00:00:00+00:00', '1ab0d5f6-ea49-4ff5-b7a7-0c6d1d1f8a55')",
            "CREATE TABLE pictures (id INTEGER, picture BLOB)",
            "CREATE TABLE loose (a, b INTEGER, c DATETIME)",
            "INSERT INTO loose VALUES (1, 'x', 1700000000), (2.5, 7, 1700000001)");
    }

    [ClassCleanup]
    public static void Clean() => Folder.Dispose();

    [TestMethod]
    public void Read_CellsThatAreNotOfTheDeclaredType_AreTakenAsTheyAre()
    {
        var table = CsvTable.Read(new DatabaseSource(Database, new TableName(null, "loose")));

        CollectionAssert.AreEqual(
            new[] { CellKind.Double, CellKind.Text, CellKind.Text }, table.Style.Columns.Select(column => column.Stored!.Kind).ToArray());
        CollectionAssert.AreEqual(new[] { "x", "7" }, table.Data["b"].Cast<string>().ToArray());
        Assert.IsInstanceOfType<NumberForm>(table.Style.Of("c")!.Form);
    }

    [TestMethod]
    public void Write_FaultInANewFile_LeavesNoFile()
    {
        var path = Folder["new.sqlite"];

        var target = new DatabaseTarget(new SqliteDatabase(path), new TableName(null, "t"), WriteMode.Create);

        Assert.ThrowsExactly<OperationCanceledException>(() => target.Write(Rows(2, _ => throw new OperationCanceledException())));

        Assert.IsFalse(File.Exists(path));
    }

    [TestMethod]
    public void Open_FileThatIsNoDatabase_SaysSo()
    {
        File.WriteAllText(Folder["notes.sqlite"], "This is a text, and no database at all.");

        var fault = Assert.ThrowsExactly<IOException>(() => TableFormats.Read(Folder["notes.sqlite"]));

        Assert.Contains("file is not a database", fault.Message);
    }
}
