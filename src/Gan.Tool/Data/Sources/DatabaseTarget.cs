using System.Data.Common;

namespace Gan.Tool.Data.Sources;

/// <summary>A table of a database that rows are written to, in one transaction.</summary>
/// <param name="database">The database.</param>
/// <param name="table">The table.</param>
/// <param name="mode">What is done where it is there already.</param>
internal sealed class DatabaseTarget(Database database, TableName table, WriteMode mode) : ITableTarget
{
    public string Name => $"'{table}' of {database.Place}";

    public void Check()
    {
        try
        {
            database.Guarded(() =>
            {
                using var connection = database.Open(isForWriting: true);
                return IsThere(connection);
            });
        }
        finally
        {
            database.TakeBack();
        }
    }

    public void Write(StoredRows rows)
    {
        var isDone = false;
        try
        {
            isDone = database.Guarded(() =>
            {
                using var connection = database.Open(isForWriting: true);
                Write(rows, connection);
                return true;
            });
        }
        finally
        {
            if (!isDone) database.TakeBack();
        }
    }

    /// <summary>The SQL that makes the table.</summary>
    public string CreateSql(StoredRows rows)
    {
        var columns = rows.Columns.Select(column =>
            $"{database.Quoted(column.Name)} {database.TypeOf(column.Stored)}" +
            $"{(column.Stored.IsNullable ? "" : " NOT NULL")}{(column.Stored.IsKey ? " PRIMARY KEY" : "")}");
        return $"CREATE TABLE {database.Quoted(table)} ({string.Join(", ", columns)})";
    }

    private void Write(StoredRows rows, DbConnection connection)
    {
        var isThere = IsThere(connection);
        using var transaction = connection.BeginTransaction();
        if (isThere && mode == WriteMode.Replace) Database.Run(connection, transaction, $"DROP TABLE {database.Quoted(table)}");
        if (!isThere || mode == WriteMode.Replace) Database.Run(connection, transaction, CreateSql(rows));
        database.Insert(connection, transaction, table, rows);
        transaction.Commit();
    }

    /// <summary>Whether the table is there, as it may be.</summary>
    private bool IsThere(DbConnection connection)
    {
        var tables = database.Tables(connection);
        var isThere = tables.Contains(database.Usual(connection, table));
        if (isThere && mode == WriteMode.Create)
            throw new IOException(
                $"The table to write to must be a new one, but '{table}' is in {database.Place}. Give --replace, --append or another name.");
        return isThere || mode != WriteMode.Append ? isThere : throw table.Missing(database.Place, tables);
    }
}
