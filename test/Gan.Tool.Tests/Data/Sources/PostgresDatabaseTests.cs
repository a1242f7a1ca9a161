using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Sources;
using Microsoft.Data.Analysis;
using Npgsql;

namespace Gan.Tool.Tests.Data.Sources;

[TestClass]
public sealed class PostgresDatabaseTests : DatabaseTests
{
    private static PostgresServer? _server;

    private protected override Database Database => Addresses.Find(Address).GetValueOrDefault().Database;

    private static string Address => _server?.Address ?? throw new AssertInconclusiveException(PostgresServer.Missing);

    [ClassInitialize]
    public static void Fill(TestContext _)
    {
        _server = PostgresServer.Start();
        if (_server is null) return;
        using var connection = Addresses.Find(Address)!.Value.Database.Open(isForWriting: true);
        Run(
            connection,
            "CREATE TABLE every (id integer PRIMARY KEY, name text NOT NULL, short varchar(20), yes boolean NOT NULL, small smallint, big bigint, " +
            "price numeric(10, 2) NOT NULL, \"any\" numeric, half real, exact double precision, day date NOT NULL, clock time, stamp timestamp, " +
            "moment timestamptz, span interval, code uuid)",
            "INSERT INTO every VALUES (1, 'Ünïcode ж 語', 'NA', true, 300, 1234567890123456789, 12.50, 0.125, 0.1, 0.30000000000000004, " +
            "'2024-02-29', '23:59:01.5', '2024-02-29 10:00:00.123456', '2024-02-29 10:00:00+02', '26:03:04', '0ab0d5f6-ea49-4ff5-b7a7-0c6d1d1f8a55')",
            "INSERT INTO every VALUES (2, '', NULL, false, NULL, NULL, -3, NULL, NULL, NULL, '1999-12-31', NULL, NULL, NULL, NULL, NULL)",
            "INSERT INTO every VALUES (7, E'tab\\t\"quote\" \\\\ \\n', '007', true, -1, -5, 99999999.99, 7, 1e30, 1e-7, '2024-03-01', '00:00:00', " +
            "'2024-03-01 00:00:00', '2024-03-01 00:00:00+00', '00:00:05', '1ab0d5f6-ea49-4ff5-b7a7-0c6d1d1f8a55')",
            "CREATE TABLE pictures (id integer, picture bytea)",
            "CREATE SCHEMA sales",
            "CREATE TABLE sales.orders (\"Order No\" text PRIMARY KEY)");
    }

    [ClassCleanup]
    public static void Stop() => _server?.Dispose();

    [TestMethod]
    public void Write_TableOfAnotherSchema_IsMadeThere()
    {
        var (database, named) = Addresses.Find($"{Address}#sales.orders")!.Value;

        var orders = TableFormats.Read($"{Address}#sales.orders");
        new DatabaseTarget(database, TableName.Parse("sales.copy"), WriteMode.Create).Write(new StoredRows(orders.Data, orders.Style));

        Assert.AreEqual("sales.orders", named);
        using var connection = database.Open(isForWriting: false);
        CollectionAssert.Contains(database.Tables(connection).ToArray(), new TableName("sales", "copy"));
    }

    [TestMethod]
    public void Read_NameWithTheUsualSchema_IsTheTable()
    {
        var table = CsvTable.Read(new DatabaseSource(Database, TableName.Parse("public.every"), query: null));

        Assert.AreEqual(3, table.Data.Rows.Count);
    }

    [TestMethod]
    public void Write_AppendedRows_BecomeWhatTheColumnsAre()
    {
        using (var connection = Database.Open(isForWriting: true))
        {
            Run(connection, "CREATE TYPE mood AS ENUM ('sad', 'ok')", "CREATE TABLE moods (id smallint, half numeric(6, 2), text mood, other int)");
            ((NpgsqlConnection)connection).ReloadTypes();
        }
        var rows = new DataFrame(
            new Int64DataFrameColumn("id", [1L, 2]), new DoubleDataFrameColumn("half", [1.5, double.NaN]),
            new StringDataFrameColumn("text", ["sad", "ok"]));

        Target("moods", WriteMode.Append).Write(new StoredRows(rows, TableStyle.Plain));

        var moods = CsvTable.Read(new DatabaseSource(Database, new TableName(null, "moods")));
        CollectionAssert.AreEqual(new[] { "sad", "ok" }, moods.Data["text"].Cast<string>().ToArray());
        CollectionAssert.AreEqual(new[] { 1, 2 }, moods.Data["id"].Cast<int>().ToArray());
    }

    [TestMethod]
    public void Open_PortThatNobodyHears_NamesHostAndPortAndNoPassword()
    {
        var database = Addresses.Find("postgres://me:s3cret@127.0.0.1:1/db")!.Value.Database;

        var fault = Assert.ThrowsExactly<IOException>(() => database.Open(isForWriting: false));

        Assert.StartsWith("PostgreSQL must answer at 127.0.0.1:1, but does not: ", fault.Message);
        Assert.DoesNotContain("s3cret", fault.Message);
    }
}
