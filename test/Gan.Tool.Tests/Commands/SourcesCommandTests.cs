using Gan.Testing;
using Gan.Tool.Commands;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Sources;

namespace Gan.Tool.Tests.Commands;

/// <summary>Tables from databases and back, by the program.</summary>
[TestClass]
public sealed class SourcesCommandTests
{
    private static readonly TemporaryFolder Folder = new();

    private static CommandLine Trained { get; set; } = null!;

    [ClassInitialize]
    public static void TrainOnCustomers(TestContext _)
    {
        using (var connection = new SqliteDatabase(Folder["shop.sqlite"]).Open(isForWriting: true))
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                "CREATE TABLE customers (id INTEGER PRIMARY KEY, town TEXT NOT NULL, spent DECIMAL(10, 2), since DATE NOT NULL, photo BLOB);" +
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) INSERT INTO customers " +
                "SELECT 3 * i, substr('ABC', 1 + i % 3, 1), " +
                "CASE WHEN i % 5 > 0 THEN i * 7 % 1000 / 4.0 END, date('2024-01-01', i || ' days'), x'00' FROM n";
            command.ExecuteNonQuery();
        }
        Trained = CommandLine.Run(
            "table", "--from", Folder["shop.sqlite"], "--table", "customers", "--ignore", "photo", "--rows", "40", "--epochs", "1", "--device", "cpu",
            "--to", Folder["made.duckdb"], "--to-table", "customers", "--out", Folder["out"]);
    }

    [ClassCleanup]
    public static void Clean() => Folder.Dispose();

    [TestMethod]
    public void Table_FromSqliteToDuckDb_KeepsTypesKeyAndNotNull()
    {
        Assert.AreEqual("", Trained.Error);
        Assert.AreEqual(ExitCode.Done, Trained.ExitCode);
        Assert.Contains("customers: a table of SQLite.", Trained.Output);
        Assert.Contains("Made 40 rows in 'customers' of 'made.duckdb' in ", Trained.Output);
        Assert.IsFalse(File.Exists(Path.Combine(Folder["out"], "synthetic.csv")));
        var database = new DuckDbDatabase(Folder["made.duckdb"]);
        using var connection = database.Open(isForWriting: false);
        CollectionAssert.AreEqual(
            new[]
            {
                new SourceColumn("id", "BIGINT", new(CellKind.Int64) { IsNullable = false, IsKey = true }),
                new SourceColumn("town", "VARCHAR", new(CellKind.Text) { IsNullable = false }),
                new SourceColumn("spent", "DECIMAL(10,2)", new(CellKind.Decimal) { Precision = 10, Scale = 2 }),
                new SourceColumn("since", "DATE", new(CellKind.Date) { IsNullable = false }),
            },
            database.Columns(connection, "", new TableName(null, "customers")).ToArray());
    }

    [TestMethod]
    public void Rows_ToFilesAndTables_AreTheSameRows()
    {
        var model = Path.Combine(Folder["out"], "generator.onnx");
        string[] rows = ["rows", "--model", model, "--count", "40"];

        var first = CommandLine.Run([.. rows, "--out", Folder["made.parquet"]]);
        var second = CommandLine.Run([.. rows, "--to", $"{Folder["made.sqlite"]}#customers"]);
        var again = CommandLine.Run([.. rows, "--to", $"{Folder["made.sqlite"]}#customers"]);

        Assert.AreEqual("", first.Error + second.Error);
        Assert.AreEqual((ExitCode.Done, ExitCode.Done, ExitCode.Failed), (first.ExitCode, second.ExitCode, again.ExitCode));
        Assert.Contains("Error: The table to write to must be a new one, but 'customers' is in 'made.sqlite'.", again.Error);
        var expected = TableFormats.Read(Folder["made.duckdb"]).Data;
        foreach (var place in new[] { Folder["made.parquet"], Folder["made.sqlite"] })
        {
            var made = TableFormats.Read(place).Data;
            foreach (var column in expected.Columns)
                CollectionAssert.AreEqual(column.Cast<object?>().ToArray(), made[column.Name].Cast<object?>().ToArray(), $"{place} {column.Name}");
        }
    }

    [TestMethod]
    [DataRow("--table t", "--from must say which database to read, but is not given.")]
    [DataRow("--from a.csv --table t", "--table must go with a database, but 'a.csv' is a file without tables.")]
    [DataRow("--from a.db --table t --query q", "--table must be given without --query, but both are.")]
    [DataRow("--to-table t", "--to must say where the rows go, as --to-table, --replace and --append need it, but is not given.")]
    [DataRow("--to a.sqlite", "--to-table must name the table that the rows go to, but is not given.")]
    [DataRow("--to a.csv --append", "--append must go with a database, but 'a.csv' is a file. Give --replace or another name.")]
    [DataRow("--to a.csv --append --replace", "--replace must be given without --append, but both are.")]
    [DataRow("--to a.xlsx", "--to must be a file of .csv, .parquet, .json, .jsonl, .duckdb or .sqlite, or a database's address, but was 'a.xlsx'.")]
    [DataRow(
        "--to a.csv.gz", "--to must be a file of .csv, .parquet, .json, .jsonl, .duckdb or .sqlite, or a database's address, but was 'a.csv.gz'.")]
    [DataRow("--from nowhere.sqlite", "The data file must exist, but 'nowhere.sqlite' was not found.")]
    public void Table_OptionsThatDoNotFit_SayWhy(string options, string message)
    {
        var run = CommandLine.Run(["table", .. options.Split(' ')]);

        Assert.AreEqual((ExitCode.Failed, $"Error: {message}"), (run.ExitCode, run.Error.TrimEnd()));
    }

    [TestMethod]
    public void Gan_AddressWithAPassword_IsNeverShown()
    {
        var run = CommandLine.Run("table", "postgres://me:s3cret@db.example/shop");

        Assert.AreEqual(ExitCode.Failed, run.ExitCode);
        Assert.Contains("postgres://me:***@db.example/shop", run.Error);
        Assert.DoesNotContain("s3cret", run.Error + run.Output);
    }
}
