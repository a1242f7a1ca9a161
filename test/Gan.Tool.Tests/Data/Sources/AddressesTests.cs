using Gan.Testing;
using Gan.Tool.Data.Sources;

namespace Gan.Tool.Tests.Data.Sources;

[TestClass]
public sealed class AddressesTests
{
    [TestMethod]
    [DataRow("postgres://me:pw@db.example:5433/shop", "PostgreSQL", "database 'shop' at db.example:5433", null)]
    [DataRow("postgresql://me@db.example/my%20shop?sslmode=verify-full#a.b", "PostgreSQL", "database 'my shop' at db.example:5432", "a.b")]
    [DataRow("postgres:///shop?host=/var/run/pg&port=7", "PostgreSQL", "database 'shop' at /var/run/pg:7", null)]
    [DataRow("postgres:Host=db.example;Username=me;Password=pw;Database=shop", "PostgreSQL", "database 'shop' at db.example:5432", null)]
    [DataRow("sqlserver:Server=db.example;Database=shop;User ID=me;Password=pw", "SQL Server", "database 'shop' at db.example", null)]
    [DataRow("mssql://db.example/shop", "SQL Server", "database 'shop' at db.example", null)]
    [DataRow("data/people.sqlite#people", "SQLite", "'people.sqlite'", "people")]
    [DataRow("sqlite:people.dat", "SQLite", "'people.dat'", null)]
    [DataRow("duckdb:///data/people.dat#people", "DuckDB", "'people.dat'", "people")]
    [DataRow("people.DUCKDB", "DuckDB", "'people.DUCKDB'", null)]
    public void Find_Address_IsItsDatabase(string text, string kind, string place, string? table)
    {
        var (database, named) = Addresses.Find(text)!.Value;

        Assert.AreEqual((kind, place, table), (database.Kind, database.Place, named));
    }

    [TestMethod]
    [DataRow("people.csv")]
    [DataRow("C:\\people.csv")]
    [DataRow("people#1.parquet")]
    public void Find_OtherFile_IsNone(string text) => Assert.IsNull(Addresses.Find(text));

    [TestMethod]
    public void Find_FileOfDuckDbUnderACommonName_IsOfDuckDb()
    {
        using var folder = new TemporaryFolder();
        using (var connection = new DuckDbDatabase(folder["a.db"]).Open(isForWriting: true)) { }

        Assert.AreEqual("DuckDB", Addresses.Find(folder["a.db"])!.Value.Database.Kind);
        Assert.AreEqual("SQLite", Addresses.Find(folder["b.db"])!.Value.Database.Kind);
    }

    [TestMethod]
    [DataRow("postgres://me:s3cret@db.example:port/shop")]
    [DataRow("postgres://me:s3cret@db.example/shop?colour=red")]
    [DataRow("postgres:Password=s3cret;Colour=red")]
    [DataRow("sqlserver:Password=s3cret;Colour=red")]
    public void Find_AddressThatCannotBeRead_IsRefusedWithoutItsPassword(string text)
    {
        var fault = Assert.ThrowsExactly<ArgumentException>(() => Addresses.Find(text));

        Assert.StartsWith("A database's address must be as postgres://user@host:5432/database, but is not: ", fault.Message);
        Assert.DoesNotContain("s3cret", fault.Message);
    }

    [TestMethod]
    [DataRow("no postgres://me:s3cret@host/db", "no postgres://me:***@host/db")]
    [DataRow("Host=a;Password=s3cret;Port=1", "Host=a;Password=***;Port=1")]
    [DataRow("pwd = s3cret", "pwd = ***")]
    [DataRow("nothing secret: a@b", "nothing secret: a@b")]
    public void WithoutPasswords_Text_HidesThem(string text, string hidden) => Assert.AreEqual(hidden, Addresses.WithoutPasswords(text));
}
