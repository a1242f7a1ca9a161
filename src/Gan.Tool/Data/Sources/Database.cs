using System.Data;
using System.Data.Common;
using System.Globalization;
using Gan.Tool.Data.Csv;

namespace Gan.Tool.Data.Sources;

/// <summary>A kind of databases at an address: what differs between them.</summary>
internal abstract class Database
{
    /// <value>What the kind is called.</value>
    public abstract string Kind { get; }

    /// <value>Where it is, in words that give no password away.</value>
    public abstract string Place { get; }

    /// <value>Whether a column may have cells of other types than its own.</value>
    public virtual bool HasCellsOfAnyType => false;

    /// <value>The SQL that lists schema and name of each table and view, those of the usual schema with null for it.</value>
    protected virtual string TablesSql =>
        $"SELECT NULLIF(table_schema, {UsualSchemaSql}), table_name FROM information_schema.tables " +
        "WHERE table_schema NOT IN ('information_schema', 'pg_catalog') ORDER BY 1, 2";

    /// <value>The SQL for the name of the schema that names without one are in.</value>
    protected virtual string UsualSchemaSql => "current_schema()";

    /// <summary>The type of a column, as SQL.</summary>
    public abstract string TypeOf(StoredColumn column);

    /// <summary>A name, as SQL.</summary>
    public virtual string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public string Quoted(TableName table) => table.Schema is null ? Quoted(table.Name) : $"{Quoted(table.Schema)}.{Quoted(table.Name)}";

    /// <summary>A cell as the database reads it.</summary>
    public virtual string Cell(string text, CellKind kind) => text;

    /// <summary>Opens a connection, to read or to write.</summary>
    /// <exception cref="IOException">The place does not answer, or lets nobody in.</exception>
    public abstract DbConnection Open(bool isForWriting);

    /// <summary>Takes back what opening the place for writing has made, where nothing was written.</summary>
    public virtual void TakeBack()
    {
    }

    /// <summary>The columns of what a query gives.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="sql">The query.</param>
    /// <param name="table">The table that it gives all of; null if it is no table.</param>
    public virtual IReadOnlyList<SourceColumn> Columns(DbConnection connection, string sql, TableName? table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader(CommandBehavior.SchemaOnly | CommandBehavior.KeyInfo);
        return [.. reader.GetColumnSchema().Where(column => column.IsHidden != true).Select(Column)];
    }

    /// <summary>Writes rows to a table that is there.</summary>
    public virtual void Insert(DbConnection connection, DbTransaction transaction, TableName table, StoredRows rows)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = Enumerable.Range(0, rows.Columns.Count).Select(place => $"@p{place}").ToArray();
        command.CommandText = $"INSERT INTO {Quoted(table)} ({NamesOf(rows)}) VALUES ({string.Join(", ", names)})";
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.DbType = DbType.String;
            command.Parameters.Add(parameter);
        }
        foreach (var row in rows.Read())
        {
            for (var place = 0; place < row.Length; place++)
                command.Parameters[place].Value = row[place] is { } text ? Cell(text, rows.Columns[place].Stored.Kind) : DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    public IReadOnlyList<TableName> Tables(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = TablesSql;
        using var reader = command.ExecuteReader();
        var tables = new List<TableName>();
        while (reader.Read()) tables.Add(new(reader.IsDBNull(0) ? null : reader.GetString(0), reader.GetString(1)));
        return tables;
    }

    /// <summary>A table's name without the schema, if that is the usual one.</summary>
    public TableName Usual(DbConnection connection, TableName table)
    {
        if (table.Schema is null) return table;
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {UsualSchemaSql}";
        return table.Schema.Equals(command.ExecuteScalar()) ? table with { Schema = null } : table;
    }

    /// <summary>Runs what talks to the database, whose errors become ones that a user is told of.</summary>
    /// <exception cref="IOException">The database refuses something.</exception>
    public T Guarded<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (DbException fault)
        {
            throw Refusal(fault);
        }
    }

    /// <summary>What a user is told of an error.</summary>
    protected virtual Exception Refusal(DbException fault) =>
        new IOException($"{Kind} must do what it is asked to in {Place}, but does not: {fault.Message}", fault);

    /// <summary>A command whose rows come as they are read, and are not held.</summary>
    public virtual DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    public static void Run(DbConnection connection, DbTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        command.ExecuteNonQuery();
    }

    protected string NamesOf(StoredRows rows) => string.Join(", ", rows.Columns.Select(column => Quoted(column.Name)));

    protected virtual SourceColumn Column(DbColumn column)
    {
        var type = column.DataTypeName ?? "";
        var kind = CellTexts.KindOf(column.DataType, type.ToLowerInvariant());
        return new(column.ColumnName, type, kind is not { } known ? null : new(known)
        {
            Length = kind == CellKind.Text && column.ColumnSize is > 0 and < 100_000 ? column.ColumnSize : null,
            Precision = kind == CellKind.Decimal ? column.NumericPrecision : null,
            Scale = kind == CellKind.Decimal ? column.NumericScale : null,
            IsNullable = column.AllowDBNull != false && column.IsKey != true,
            IsKey = column.IsKey == true,
        });
    }

    /// <summary>A name of a type with numbers behind it, such as varchar(20), or without.</summary>
    protected static string Sized(string type, params int?[] sizes) =>
        sizes[0] is null ? type : $"{type}({string.Join(", ", sizes.Select(size => (size ?? 0).ToString(CultureInfo.InvariantCulture)))})";
}
