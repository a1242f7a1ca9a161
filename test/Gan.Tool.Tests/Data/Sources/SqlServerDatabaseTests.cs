using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Forms;
using Gan.Tool.Data.Sources;
using Microsoft.Data.Analysis;

namespace Gan.Tool.Tests.Data.Sources;

/// <summary>There is no server to test with: the SQL that is made, and what is made of addresses.</summary>
[TestClass]
public sealed class SqlServerDatabaseTests
{
    private static readonly Database Database = Addresses.Find("sqlserver://sa:s3cret@db.example:1444/shop?Encrypt=false")!.Value.Database;

    [TestMethod]
    public void CreateSql_EveryKind_HasItsType()
    {
        var kinds = Enum.GetValues<CellKind>();
        var style = new TableStyle(
            new CsvDialect(),
            [.. kinds.Select(kind => new ColumnStyle($"{kind}]", $"{kind}]", new TextForm()) { Stored = new(kind) { Precision = 10, Scale = 2 } })]);
        var rows = new StoredRows(new DataFrame(kinds.Select(kind => new StringDataFrameColumn($"{kind}]", 0))), style);

        Assert.AreEqual(
            "CREATE TABLE [dbo].[t] ([Text]]] nvarchar(max), [Boolean]]] bit, [Int16]]] smallint, [Int32]]] int, [Int64]]] bigint, " +
            "[Decimal]]] decimal(10, 2), [Single]]] real, [Double]]] float, [Date]]] date, [Time]]] time, [Timestamp]]] datetime2, " +
            "[ZonedTimestamp]]] datetimeoffset, [Duration]]] nvarchar(40), [Guid]]] uniqueidentifier)",
            new DatabaseTarget(Database, TableName.Parse("dbo.t"), WriteMode.Create).CreateSql(rows));
    }

    [TestMethod]
    public void TypeOf_KeyOfTexts_IsShortEnoughForAnIndex() =>
        Assert.AreEqual("nvarchar(450)", Database.TypeOf(new(CellKind.Text) { IsKey = true, IsNullable = false }));

    [TestMethod]
    public void Place_Url_IsWithoutUserAndPassword() => Assert.AreEqual("database 'shop' at db.example,1444", Database.Place);

    [TestMethod]
    public void Open_ProgramWithoutCultures_SaysWhatToSet()
    {
        var fault = Assert.ThrowsExactly<IOException>(() => Database.Open(isForWriting: false));

        Assert.Contains("Set System.Globalization.Invariant to false in Gan.Tool.runtimeconfig.json", fault.Message);
    }
}
