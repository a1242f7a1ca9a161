using Gan.Testing;
using Gan.Tool.Data.Sources;

namespace Gan.Tool.Tests.Data.Sources;

[TestClass]
public sealed class DuckDbDatabaseTests : DatabaseTests
{
    private static readonly TemporaryFolder Folder = new();

    private protected override Database Database { get; } = new DuckDbDatabase(Folder["every.duckdb"]);

    [ClassInitialize]
    public static void Fill(TestContext _)
    {
        using var connection = new DuckDbDatabase(Folder["every.duckdb"]).Open(isForWriting: true);
        Run(
            connection,
            "CREATE TABLE every (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL, yes BOOLEAN NOT NULL, small SMALLINT, big BIGINT, " +
            "price DECIMAL(10, 2) NOT NULL, half FLOAT, exact DOUBLE, day DATE NOT NULL, clock TIME, stamp TIMESTAMP, moment TIMESTAMPTZ, " +
            "span INTERVAL, code UUID)",
            "INSERT INTO every VALUES (1, 'Ünïcode ж 語', true, 300, 1234567890123456789, 12.50, 0.1, 0.30000000000000004, '2024-02-29', " +
            "'23:59:01.5', '2024-02-29 10:00:00.123456', '2024-02-29 10:00:00+02', '1 day 02:03:04', '0ab0d5f6-ea49-4ff5-b7a7-0c6d1d1f8a55')",
            "INSERT INTO every VALUES (2, '', false, NULL, NULL, -3, NULL, NULL, '1999-12-31', NULL, NULL, NULL, NULL, NULL)",
            "INSERT INTO every VALUES (7, 'tab\t\"quote\" \\ \n', true, -1, -5, 99999999.99, 1e30, 1e-7, '2024-03-01', '00:00:00', " +
            "'2024-03-01 00:00:00', '2024-03-01 00:00:00+00', '00:00:05', '1ab0d5f6-ea49-4ff5-b7a7-0c6d1d1f8a55')",
            "CREATE TABLE pictures (id INTEGER, picture BLOB)");
    }

    [ClassCleanup]
    public static void Clean() => Folder.Dispose();
}
