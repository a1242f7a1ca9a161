using Gan.Testing;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Sources;
using Parquet;
using Parquet.Schema;

namespace Gan.Tool.Tests.Data.Sources;

[TestClass]
public sealed class ParquetFileTests
{
    [TestMethod]
    public async Task Read_ParquetFile_IsTheTableOfItsScalars()
    {
        using var folder = new TemporaryFolder();
        await Write(folder["table.parquet"]);

        var table = TableFormats.Read(folder["table.parquet"], new CsvOptions { Ignored = ["left"] });

        Assert.AreEqual(
            "whole,half,text,at,day,ok,price,big\n" +
            "1,1.5,x,2024-01-01 10:00:00,2024-01-01,True,1.25,1234567890123456789\n" +
            "2,,\"y, z\",2024-01-02 00:00:00,2024-01-02,False,2.00,7\n" +
            "3,0.1,,2024-01-03 00:00:00,2024-01-03,True,3.50,8\n",
            CsvOf(table));
    }

    [TestMethod]
    public async Task Write_ParquetFileThatWasRead_HasTheSameTypesAndCells()
    {
        using var folder = new TemporaryFolder();
        await Write(folder["table.parquet"]);
        var table = TableFormats.Read(folder["table.parquet"]);

        TableFormats.Target(folder["copy.parquet"], table: null, WriteMode.Create, guardsFormulas: false)
            .Write(new StoredRows(table.Data, table.Style));

        var copy = TableFormats.Read(folder["copy.parquet"]);
        Assert.AreEqual(CsvOf(table), CsvOf(copy));
        CollectionAssert.AreEqual(
            table.Style.Columns.Select(column => column.Stored).ToArray(), copy.Style.Columns.Select(column => column.Stored).ToArray());
        Assert.AreEqual(new StoredColumn(CellKind.Decimal) { Precision = 10, Scale = 2 }, copy.Style.Of("price")!.Stored);
        Assert.AreEqual(2, Directory.GetFiles(folder[""]).Length);
    }

    [TestMethod]
    public void Read_FileThatIsNoParquet_SaysSo()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["notes.parquet"], "not a table");

        var fault = Assert.ThrowsExactly<InvalidDataException>(() => TableFormats.Read(folder["notes.parquet"]));

        Assert.StartsWith("'notes.parquet' must be a Parquet file, but cannot be read as one: ", fault.Message);
    }

    private static string CsvOf(CsvTable table)
    {
        using var writer = new StringWriter();
        new TableCsv(table.Style).Write(table.Data, writer);
        return writer.ToString();
    }

    private static async Task Write(string path)
    {
        var schema = new ParquetSchema(
            new DataField<int>("whole"), new DataField<double?>("half"), new DataField<string>("text"), new DataField<DateTime>("at"),
            new DateTimeDataField("day", DateTimeFormat.Date), new DataField<bool>("ok"), new DecimalDataField("price", 10, 2),
            new DataField<long>("big"), new DataField<int>("left"));
        await using var stream = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(schema, stream);
        using var group = writer.CreateRowGroup();
        var fields = schema.DataFields;
        DateTime[] days = [new(2024, 1, 1), new(2024, 1, 2), new(2024, 1, 3)];
        await group.WriteAsync<int>(fields[0], new[] { 1, 2, 3 });
        await group.WriteAsync<double>(fields[1], new double?[] { 1.5, null, 0.1 });
        await group.WriteAsync(fields[2], new[] { "x", "y, z", null! });
        await group.WriteAsync<DateTime>(fields[3], new[] { days[0].AddHours(10), days[1], days[2] });
        await group.WriteAsync<DateTime>(fields[4], days);
        await group.WriteAsync<bool>(fields[5], new[] { true, false, true });
        await group.WriteAsync<decimal>(fields[6], new[] { 1.25m, 2.00m, 3.50m });
        await group.WriteAsync<long>(fields[7], new[] { 1234567890123456789, 7, 8 });
        await group.WriteAsync<int>(fields[8], new[] { 1, 2, 3 });
    }
}
