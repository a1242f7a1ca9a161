using Gan.Testing;
using Gan.Tool.Commands;
using Gan.Tool.Data;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Sources;
using Microsoft.Data.Analysis;
using Microsoft.ML;
using Microsoft.ML.Data;
using DatabaseSource = Gan.Tool.Data.Sources.DatabaseSource;

namespace Gan.Tool.Tests.Data;

/// <summary>A Parquet file read row by row, beside the same file read into memory.</summary>
[TestClass]
public sealed class LargeTableTests
{
    private const int Rows = 1_500, HeldOutEvery = 5;
    private const long TooLittle = 1_000_000;

    private static readonly TemporaryFolder Folder = new();
    private static readonly CsvOptions Options = new();

    private static DatabaseSource Source => ((IStreamedSource)TableFormats.Source(Folder["people.parquet"])!).Streamed!;

    [ClassInitialize]
    public static void Write(TestContext _)
    {
        using var connection = new DuckDbDatabase().Open(isForWriting: false);
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            COPY (SELECT CAST(range AS INT) AS place, 5000000000 + range AS number, range % 7 = 0 AS married,
                CAST(range % 100 / 4.0 AS FLOAT) AS half,
                CASE WHEN range > 900 AND range % 3 = 0 THEN NULL ELSE CAST(range % 50 AS SMALLINT) END AS age,
                CAST(range % 1000 / 100.0 AS DECIMAL(10, 2)) AS price, range / 7.0 AS part,
                CASE WHEN range % 11 = 0 THEN NULL ELSE 'town ' || range % 13 END AS town, DATE '2020-01-01' + CAST(range % 400 AS INT) AS day,
                CASE WHEN range % 17 = 0 THEN NULL ELSE TIMESTAMP '2020-01-01 10:00:00' + INTERVAL (range) MINUTE END AS at,
                TIME '08:00:00' + INTERVAL (range % 600) SECOND AS clock,
                strftime(DATE '2020-01-01' + CAST(range % 300 AS INT), '%d/%m/%Y') AS written
                FROM range({Rows})) TO '{Folder["people.parquet"]}' (FORMAT parquet)
            """;
        command.ExecuteNonQuery();
    }

    [ClassCleanup]
    public static void Clean() => Folder.Dispose();

    [TestMethod]
    public void Read_TableThatFits_IsNone() => Assert.IsNull(LargeTable.Read(Source, Options, memoryLimit: 100_000_000));

    [TestMethod]
    public void Read_TableThatIsTooLarge_GivesTheRowsOfTheSameTableInMemory()
    {
        var all = TableFormats.Read(Folder["people.parquet"]).Data;

        var large = LargeTable.Read(Source, Options, TooLittle)!;
        var rows = large.Trained.ToDataFrame(maxRows: -1);
        var again = large.Trained.ToDataFrame(maxRows: -1);

        Assert.AreEqual(Rows - Rows / HeldOutEvery, large.TrainedRows);
        CollectionAssert.AreEqual(all.Columns.Select(column => column.Name).ToArray(), rows.Columns.Select(column => column.Name).ToArray());
        int[] trained = [.. Enumerable.Range(0, Rows).Where(row => row % HeldOutEvery != HeldOutEvery - 1)];
        foreach (var column in rows.Columns)
        {
            var expected = Texts(all[column.Name], trained);
            CollectionAssert.AreEqual(expected, Texts(column), column.Name);
            CollectionAssert.AreEqual(expected, Texts(again[column.Name]), column.Name);
        }
    }

    [TestMethod]
    public void Read_TableThatIsTooLarge_HasSomeRowsInMemoryOfTheSameTypes()
    {
        var all = TableFormats.Read(Folder["people.parquet"]).Data;

        var large = LargeTable.Read(Source, Options, TooLittle)!;

        foreach (var (frame, first) in new[] { (large.Training, 0), (large.Test, HeldOutEvery - 1) })
        {
            int[] rows = [.. Enumerable.Range(0, Rows).Where(row => row % HeldOutEvery == first)];
            CollectionAssert.AreEqual(
                large.Trained.Schema.Select(column => (column.Name, column.Type)).ToArray(),
                ((IDataView)frame).Schema.Select(column => (column.Name, column.Type)).ToArray());
            foreach (var column in frame.Columns) CollectionAssert.AreEqual(Texts(all[column.Name], rows), Texts(column), column.Name);
        }
    }

    [TestMethod]
    public void Read_TextThatIsNoDateInOneRow_SaysSo()
    {
        var large = LargeTable.Read(
            new DatabaseSource(
                new DuckDbDatabase(), null,
                "SELECT CASE WHEN range = 601 THEN 'soon' ELSE strftime(DATE '2020-01-01' + CAST(range % 300 AS INT), '%d/%m/%Y') END AS day " +
                $"FROM range({Rows})"),
            Options, memoryLimit: 1_000)!;

        Assert.StartsWith(
            "Column 'day' must be of dates in all rows, as in those that were looked at first, but has 'soon'. Say what it is by --form",
            Assert.ThrowsExactly<InvalidDataException>(() => large.Trained.ToDataFrame(maxRows: -1)).Message);
    }

    [TestMethod]
    public void Read_FileOfManyRowGroups_IsInItsOrder()
    {
        const int Many = 40_000;
        using (var connection = new DuckDbDatabase().Open(isForWriting: false))
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                $"COPY (SELECT range AS place FROM range({Many})) TO '{Folder["many.parquet"]}' (FORMAT parquet, ROW_GROUP_SIZE 2048)";
            command.ExecuteNonQuery();
        }

        var source = ((IStreamedSource)TableFormats.Source(Folder["many.parquet"])!).Streamed!;
        var rows = LargeTable.Read(source, Options, TooLittle)!.Trained.GetColumn<long>("place");

        CollectionAssert.AreEqual(Enumerable.Range(0, Many).Where(row => row % 5 != 4).Select(row => (long)row).ToArray(), rows.ToArray());
    }

    [TestMethod]
    public void Table_MoreRowsThanTheMemoryLimitHolds_IsTrainedOnASampleOfThem()
    {
        var run = CommandLine.Run(
            "table", "--from", Folder["people.parquet"], "--columns", "town,married", "--memory-limit", "0.3MB", "--rows", "20", "--epochs", "1",
            "--device", "cpu", "--out", Folder["out"]);

        Assert.AreEqual((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("Training on 1,200 rows of 2 columns; 300 more are held out.", run.Output);
        Assert.Contains("Warning: The table has 1,200 rows, of which a uniform sample of ", run.Output);
        Assert.AreEqual("town,married", File.ReadLines(Path.Combine(Folder["out"], "synthetic.csv")).First());
    }

    [TestMethod]
    [DataRow("4GB", 4_000_000_000)]
    [DataRow("512 mb", 512_000_000)]
    [DataRow("1.5GiB", 1_610_612_736)]
    [DataRow("700", 700)]
    public void Parse_Size_IsItsBytes(string text, long bytes) => Assert.AreEqual(bytes, ByteSize.Parse(text));

    [TestMethod]
    [DataRow("0GB")]
    [DataRow("four")]
    [DataRow("-1GB")]
    [DataRow("9999999999TB")]
    public void Table_MemoryLimitThatIsNoSize_IsRefused(string text) => Assert.Contains(
        $"--memory-limit must be a size such as 4GB, 512MB or 2GiB, but was '{text}'.",
        CommandLine.Run("table", "--memory-limit", text).Error);

    private static string[] Texts(DataFrameColumn column, int[]? rows = null) =>
        [.. (rows ?? [.. Enumerable.Range(0, (int)column.Length)]).Select(row => TextOf(column[row]))];

    /// <summary>A value's text; "" for each kind of missing ones.</summary>
    private static string TextOf(object? value) => value switch
    {
        float or double => double.IsNaN(Convert.ToDouble(value)) ? "" : $"{value}",
        DateTime date => date == default ? "" : $"{date:O}",
        _ => $"{value}",
    };
}
