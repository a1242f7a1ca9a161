using Gan.Tool.Data.Csv;

namespace Gan.Tool.Data.Sources;

/// <summary>Where tables are read from and written to, by what a user calls it.</summary>
internal static class TableFormats
{
    private static readonly string[] JsonLines = [".jsonl", ".ndjson"];

    /// <summary>Reads a table: a file of CSV, gzipped if its name ends in .gz, or one of where types are known.</summary>
    /// <param name="text">A file's path or a database's address.</param>
    /// <param name="options">What is known of it; null for nothing.</param>
    /// <param name="like">A table whose columns of the same names say what columns are; null to find that.</param>
    /// <param name="table">The table of a database; null for the one that the address names, or the only one.</param>
    /// <param name="query">A query in place of a table.</param>
    /// <exception cref="ArgumentException">The address can't be read, or a table is named where there are none.</exception>
    public static CsvTable Read(
        string text, CsvOptions? options = null, CsvTable? like = null, string? table = null, string? query = null) =>
        Source(text, table, query) is { } source
            ? CsvTable.Read(source, options, like)
            : CsvTable.Read(CsvSource.OfFile(text), options, like);

    /// <summary>The source of a table with types; null if it is a file of CSV.</summary>
    /// <param name="text">A file's path or a database's address.</param>
    /// <param name="table">The table of a database; null for the one that the address names, or the only one.</param>
    /// <param name="query">A query in place of a table.</param>
    /// <exception cref="ArgumentException">The address can't be read, or a table is named where there are none.</exception>
    public static ITableSource? Source(string text, string? table = null, string? query = null)
    {
        if (Addresses.Find(text) is var (database, named))
            return new DatabaseSource(database, (table ?? named) is { } name ? TableName.Parse(name) : null, query);
        if (table is not null || query is not null)
            throw new ArgumentException(
                $"--{(table is null ? "query" : "table")} must go with a database, but '{Path.GetFileName(text)}' is a file without tables.");
        return ExtensionOf(text) switch
        {
            ".parquet" => new ParquetFile(text),
            ".json" => new JsonSource(CsvSource.OfFile(text)),
            var other when JsonLines.Contains(other) => new JsonSource(CsvSource.OfFile(text)),
            _ => null,
        };
    }

    /// <summary>The target of rows.</summary>
    /// <param name="text">A file's path or a database's address.</param>
    /// <param name="table">The table of a database.</param>
    /// <param name="mode">What is done where it is there already.</param>
    /// <param name="guardsFormulas">Whether texts of CSV that a spreadsheet would take for formulas get an apostrophe before them.</param>
    /// <exception cref="ArgumentException">The address can't be read, has no table, or names one where there are none.</exception>
    public static ITableTarget Target(string text, string? table, WriteMode mode, bool guardsFormulas)
    {
        if (Addresses.Find(text) is var (database, named))
            return (table ?? named) is { } name ? new DatabaseTarget(database, TableName.Parse(name), mode)
                : throw new ArgumentException("--to-table must name the table that the rows go to, but is not given.");
        if (table is not null)
            throw new ArgumentException($"--to-table must go with a database, but '{Path.GetFileName(text)}' is a file without tables.");
        return Path.GetExtension(text).ToLowerInvariant() switch
        {
            ".parquet" => new ParquetFile(text, mode),
            ".json" => new JsonFile(text, mode, isOneArray: true),
            var other when JsonLines.Contains(other) => new JsonFile(text, mode, isOneArray: false),
            ".csv" or ".tsv" or ".txt" => new CsvFile(text, mode, guardsFormulas),
            _ => throw new ArgumentException(
                $"--to must be a file of .csv, .parquet, .json, .jsonl, .duckdb or .sqlite, or a database's address, " +
                $"but was '{Addresses.WithoutPasswords(text)}'."),
        };
    }

    /// <summary>Whether a text names a file or a database that rows can be written to, and no folder.</summary>
    public static bool IsTarget(string text) => !Directory.Exists(text) &&
        (Addresses.Find(text) is not null || Path.GetExtension(text).ToLowerInvariant() is ".parquet" or ".json" or ".csv" or ".jsonl" or ".ndjson");

    /// <summary>The extension of a file, or that before .gz.</summary>
    private static string ExtensionOf(string path)
    {
        const string Zipped = ".gz";
        return Path.GetExtension(path.EndsWith(Zipped, StringComparison.OrdinalIgnoreCase) ? path[..^Zipped.Length] : path).ToLowerInvariant();
    }
}
