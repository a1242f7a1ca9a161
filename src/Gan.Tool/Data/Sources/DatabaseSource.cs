using System.Data.Common;
using System.Globalization;
using Gan.Tool.Data.Csv;

namespace Gan.Tool.Data.Sources;

/// <summary>A table of a database, or what a query gives.</summary>
/// <param name="database">The database.</param>
/// <param name="table">The table; null for the query, or for the only table that there is.</param>
/// <param name="query">The query, if there is one.</param>
/// <param name="queryName">What messages call it.</param>
internal sealed class DatabaseSource(Database database, TableName? table, string? query = null, string queryName = "the query") : IStreamedSource
{
    /// <value>What tables are read from, in words.</value>
    public string Origin { get; init; } = $"a table of {database.Kind}";

    /// <value>Which rows are read, by their numbers from 0. Default all.</value>
    public Func<long, bool> IsRead { get; init; } = _ => true;

    public DatabaseSource? Streamed => database.HasCellsOfAnyType ? null : this;

    /// <summary>The same table, of which some rows are read.</summary>
    /// <param name="isRead">Which, by their numbers from 0.</param>
    public DatabaseSource Some(Func<long, bool> isRead) => new(database, table, query, queryName) { Origin = Origin, IsRead = isRead };

    public StoredTable Read(Func<IReadOnlyList<string>, IReadOnlyList<string>> choose) => database.Guarded(() =>
    {
        using var connection = database.Open(isForWriting: false);
        var select = Find(connection, choose);
        CsvColumn[] cells = [.. select.Columns.Select(column => new CsvColumn(column.Source.Name, column.Name))];
        Fill(cells, select, connection);
        var stored = select.Columns.Zip(cells, (column, own) => Known(column.Source.Stored!, own, select.IsOneKey));
        return new StoredTable(select.Name, Origin, cells, [.. stored]);
    });

    /// <summary>The columns that are read.</summary>
    public SelectedColumns Find(Func<IReadOnlyList<string>, IReadOnlyList<string>> choose) => database.Guarded(() =>
    {
        using var connection = database.Open(isForWriting: false);
        return Find(connection, choose);
    });

    /// <summary>How many rows there are, and of each column how many have a value.</summary>
    public (long Rows, IReadOnlyList<long> Present) Count(SelectedColumns select) => database.Guarded(() =>
    {
        using var connection = database.Open(isForWriting: false);
        var counts = select.Columns.Select(column => $", COUNT({database.Quoted(column.Source.Name)})");
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*){string.Concat(counts)} FROM ({select.Sql}) AS counted";
        using var reader = command.ExecuteReader();
        reader.Read();
        long[] all = [.. Enumerable.Range(0, reader.FieldCount).Select(CountAt)];
        return (all[0], all[1..]);

        long CountAt(int place) => Convert.ToInt64(reader.GetValue(place), CultureInfo.InvariantCulture);
    });

    /// <summary>The rows, read as often as they are asked for.</summary>
    /// <param name="select">The columns that are read.</param>
    /// <param name="columns">What becomes of them.</param>
    public StreamedRows Rows(SelectedColumns select, IReadOnlyList<StreamedColumn> columns) => new(database, select, columns, IsRead);

    private SelectedColumns Find(DbConnection connection, Func<IReadOnlyList<string>, IReadOnlyList<string>> choose)
    {
        var found = query is null ? Existing(connection) : null;
        var name = found?.ToString() ?? queryName;
        var from = found is null ? "" : $" FROM {database.Quoted(found)}";
        var all = database.Columns(connection, query ?? $"SELECT *{from}", found);
        var names = ColumnNames.OfHeaders([.. all.Select(column => column.Name)], name);
        var places = choose(names).Select(chosen => Enumerable.Range(0, names.Count).First(place => names[place] == chosen)).ToArray();
        if (places.Select(place => all[place]).FirstOrDefault(column => column.Stored is null) is { } unfit)
            throw StoredTable.Unfit(unfit.Name, name, unfit.Type);
        var sql = query ?? $"SELECT {string.Join(", ", places.Select(place => database.Quoted(all[place].Name)))}{from}";
        return new(
            name, sql, [.. places.Select((place, index) => new SelectedColumn(all[place], names[place], query is null ? index : place))],
            all.Count(one => one.Stored is { IsKey: true }) == 1);
    }

    private TableName Existing(DbConnection connection)
    {
        var tables = database.Tables(connection);
        if (table is not null)
            return database.Usual(connection, table) is var usual && tables.Contains(usual) ? usual : throw table.Missing(database.Place, tables);
        return tables is [var only] ? only : throw new InvalidDataException(
            $"--table must name the table of {database.Place} to read, but is not given. {TableName.List(tables)}");
    }

    private void Fill(CsvColumn[] cells, SelectedColumns select, DbConnection connection)
    {
        using var command = database.Command(connection, select.Sql);
        using var reader = command.ExecuteReader();
        for (var row = 0L; reader.Read(); row++)
        {
            if (!IsRead(row)) continue;
            for (var place = 0; place < cells.Length; place++)
            {
                var column = select.Columns[place];
                try
                {
                    cells[place].Add(reader.IsDBNull(column.Place) ? "" : CellTexts.Of(reader.GetValue(column.Place), column.Source.Stored!.Kind));
                }
                catch (Exception fault) when (fault is InvalidCastException or OverflowException)
                {
                    throw column.Unreadable(row, fault);
                }
            }
        }
    }

    /// <summary>What is known of a column once its cells are: that they are texts, where they are not what the column says.</summary>
    private StoredColumn Known(StoredColumn stored, CsvColumn cells, bool isOneKey)
    {
        var kind = !database.HasCellsOfAnyType || Fits(stored.Kind) ? stored.Kind
            : stored.Kind == CellKind.Int64 && Fits(CellKind.Double) ? CellKind.Double
            : CellKind.Text;
        return (kind == stored.Kind ? stored : new(kind) { IsNullable = stored.IsNullable }) with { IsKey = stored.IsKey && isOneKey };

        bool Fits(CellKind one) => cells.Texts.All(text => text.Length == 0 || CellTexts.Fits(text, one));
    }
}
