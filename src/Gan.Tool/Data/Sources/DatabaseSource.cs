using System.Data.Common;
using Gan.Tool.Data.Csv;

namespace Gan.Tool.Data.Sources;

/// <summary>A table of a database, or what a query gives.</summary>
/// <param name="database">The database.</param>
/// <param name="table">The table; null for the query, or for the only table that there is.</param>
/// <param name="query">The query, if there is one.</param>
/// <param name="queryName">What messages call it.</param>
internal sealed class DatabaseSource(Database database, TableName? table, string? query = null, string queryName = "the query") : ITableSource
{
    public StoredTable Read(Func<IReadOnlyList<string>, IReadOnlyList<string>> choose) => database.Guarded(() =>
    {
        using var connection = database.Open(isForWriting: false);
        var found = query is null ? Existing(connection) : null;
        var name = found?.ToString() ?? queryName;
        var from = found is null ? "" : $" FROM {database.Quoted(found)}";
        var all = database.Columns(connection, query ?? $"SELECT *{from}", found);
        var names = ColumnNames.OfHeaders([.. all.Select(column => column.Name)], name);
        var places = choose(names).Select(chosen => Enumerable.Range(0, names.Count).First(place => names[place] == chosen)).ToArray();
        SourceColumn[] columns = [.. places.Select(place => all[place])];
        if (Array.Find(columns, column => column.Stored is null) is { } unfit) throw StoredTable.Unfit(unfit.Name, name, unfit.Type);
        CsvColumn[] cells = [.. places.Select(place => new CsvColumn(all[place].Name, names[place]))];
        var sql = query ?? $"SELECT {string.Join(", ", columns.Select(column => database.Quoted(column.Name)))}{from}";
        Fill(cells, columns, query is null ? [.. Enumerable.Range(0, places.Length)] : places, connection, sql);
        var isOneKey = all.Count(column => column.Stored is { IsKey: true }) == 1;
        var stored = columns.Zip(cells, (column, own) => Known(column.Stored!, own, isOneKey));
        return new StoredTable(name, $"a table of {database.Kind}", cells, [.. stored]);
    });

    private TableName Existing(DbConnection connection)
    {
        var tables = database.Tables(connection);
        if (table is not null)
            return database.Usual(connection, table) is var usual && tables.Contains(usual) ? usual : throw table.Missing(database.Place, tables);
        return tables is [var only] ? only : throw new InvalidDataException(
            $"--table must name the table of {database.Place} to read, but is not given. {TableName.List(tables)}");
    }

    private static void Fill(CsvColumn[] cells, SourceColumn[] columns, int[] places, DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            for (var column = 0; column < places.Length; column++)
            {
                try
                {
                    var place = places[column];
                    cells[column].Add(reader.IsDBNull(place) ? "" : CellTexts.Of(reader.GetValue(place), columns[column].Stored!.Kind));
                }
                catch (Exception fault) when (fault is InvalidCastException or OverflowException)
                {
                    throw new InvalidDataException(
                        $"Column '{columns[column].Name}' must have values that .NET can hold, but row {cells[column].Rows.Count + 1} has another: " +
                        $"{fault.Message}", fault);
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
