using System.Data.Common;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Tool.Data.Sources;

/// <summary>Rows of a database that are never held: each cursor asks for them anew.</summary>
internal sealed class StreamedRows : IDataView
{
    private readonly Database _database;
    private readonly SelectedColumns _select;
    private readonly IReadOnlyList<StreamedColumn> _columns;
    private readonly Func<long, bool> _isRead;

    /// <param name="database">The database.</param>
    /// <param name="select">What is read of it.</param>
    /// <param name="columns">What becomes of its columns.</param>
    /// <param name="isRead">Which rows are read, by their numbers from 0.</param>
    public StreamedRows(Database database, SelectedColumns select, IReadOnlyList<StreamedColumn> columns, Func<long, bool> isRead)
    {
        (_database, _select, _columns, _isRead) = (database, select, columns, isRead);
        var schema = new DataViewSchema.Builder();
        foreach (var (column, selected) in columns.Zip(select.Columns)) schema.AddColumn(selected.Name, column.Type);
        Schema = schema.ToSchema();
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new Cursor(this);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor : DataViewRowCursor
    {
        private readonly StreamedRows _rows;
        private readonly DbConnection _connection;
        private readonly DbCommand _command;
        private readonly DbDataReader _reader;
        private readonly Func<bool> _read;
        private long _row = -1;
        private long _position = -1;

        public Cursor(StreamedRows rows)
        {
            _rows = rows;
            _connection = rows._database.Open(isForWriting: false);
            _command = rows._database.Command(_connection, rows._select.Sql);
            _reader = rows._database.Guarded(() => _command.ExecuteReader());
            _read = _reader.Read;
        }

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema => _rows.Schema;

        public override bool MoveNext()
        {
            do
            {
                if (!_rows._database.Guarded(_read))
                {
                    _position = -1;
                    return false;
                }
                _row++;
            }
            while (!_rows._isRead(_row));
            _position++;
            return true;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            var selected = _rows._select.Columns[column.Index];
            var read = (Func<TValue>)_rows._columns[column.Index].Reader(_reader, selected.Place);
            return (ref TValue value) =>
            {
                try
                {
                    value = read();
                }
                catch (Exception fault) when (fault is InvalidCastException or OverflowException)
                {
                    throw selected.Unreadable(_row, fault);
                }
            };
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _reader.Dispose();
                _command.Dispose();
                _connection.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
