using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx.Tests.Values;

/// <summary>Cells as ML.NET hands them out.</summary>
internal sealed class CellsOf<TCell>(TabularValueType type, DataViewType dataViewType, params (TCell Cell, string? Text)[] cells)
    : ValueCase, IDataView
{
    private DataViewSchema? _schema;

    /// <value>The texts behind keys; empty if there are none.</value>
    public IReadOnlyList<string> KeyValues { get; init; } = [];

    public override TabularValueType Type => type;

    public override string?[] Texts => Array.ConvertAll(cells, cell => cell.Text);

    public override IDataView Table => this;

    public bool CanShuffle => false;

    public DataViewSchema Schema => _schema ??= CreateSchema();

    public long? GetRowCount() => cells.Length;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new Cursor(this, cells);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private DataViewSchema CreateSchema()
    {
        var schema = new DataViewSchema.Builder();
        schema.AddColumn(ColumnName, dataViewType, KeyValues.Count > 0 ? TextAnnotations.KeyValues(KeyValues) : null);
        return schema.ToSchema();
    }

    private sealed class Cursor(CellsOf<TCell> table, (TCell Cell, string? Text)[] cells) : DataViewRowCursor
    {
        private long _position = -1;

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema => table.Schema;

        public override bool MoveNext() => ++_position < cells.Length;

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            (ValueGetter<TValue>)(Delegate)(ValueGetter<TCell>)((ref TCell value) => value = cells[_position].Cell);
    }
}
