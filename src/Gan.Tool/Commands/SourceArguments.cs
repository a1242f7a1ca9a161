using System.CommandLine;
using Gan.Tool.Data;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Sources;

namespace Gan.Tool.Commands;

/// <summary>The options that say where a table is.</summary>
internal sealed class SourceArguments
{
    private readonly Option<string?> _from;
    private readonly Option<string?> _table =
        new("--table") { Description = "The table of a database, with its schema if that is not the usual one.", HelpName = "name" };
    private readonly Option<string?> _query = new("--query") { Description = "A query in place of a table.", HelpName = "sql" };

    /// <param name="otherwise">What is taken where none is given.</param>
    public SourceArguments(string otherwise) => _from = new("--from", "--data")
    {
        Description = $"The table: a file of CSV, Parquet, JSON, DuckDB or SQLite, or a database such as postgres://user@host/db; {otherwise}.",
        HelpName = "file|url",
    };

    public void AddTo(Command command)
    {
        Option[] all = [_from, _table, _query];
        foreach (var option in all) command.Add(option);
    }

    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_from) is not null;

    /// <summary>Reads the table; null if none is given.</summary>
    /// <exception cref="ArgumentException">A table is named where there is none, or both a table and a query are.</exception>
    public CsvTable? Read(ParseResult parsed, CsvOptions options)
    {
        var (from, table, query) = Given(parsed);
        return from is null ? null : TableFormats.Read(from, options, like: null, table, query);
    }

    /// <summary>The table to train on row by row, if it is one that memory does not hold; else null.</summary>
    /// <exception cref="ArgumentException">A table is named where there is none, or both a table and a query are.</exception>
    public TableData? ReadLarge(ParseResult parsed, CsvOptions options, long memoryLimit)
    {
        var (from, table, query) = Given(parsed);
        var source = from is null ? null : (TableFormats.Source(from, table, query) as IStreamedSource)?.Streamed;
        return source is null ? null : LargeTable.Read(source, options, memoryLimit);
    }

    private (string? From, string? Table, string? Query) Given(ParseResult parsed)
    {
        var (from, table, query) = (parsed.GetValue(_from), parsed.GetValue(_table), parsed.GetValue(_query));
        if (from is null && (table ?? query) is not null) throw new ArgumentException("--from must say which database to read, but is not given.");
        if (table is not null && query is not null) throw new ArgumentException("--table must be given without --query, but both are.");
        return (from, table, query);
    }
}
