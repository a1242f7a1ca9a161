using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>The last columns of other data, as if it had no others: a model's outputs without what it reads.</summary>
/// <param name="source">The data.</param>
/// <param name="schema">Its last columns.</param>
internal sealed class OutputsView(IDataView source, DataViewSchema schema) : IDataView
{
    private readonly int _first = source.Schema.Count - schema.Count;

    public bool CanShuffle => source.CanShuffle;

    public DataViewSchema Schema => schema;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, source.GetRowCursor(columnsNeeded.Select(InSource), rand));

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [.. source.GetRowCursorSet(columnsNeeded.Select(InSource), n, rand).Select(cursor => new Cursor(this, cursor))];

    private DataViewSchema.Column InSource(DataViewSchema.Column column) => source.Schema[_first + column.Index];

    private sealed class Cursor(OutputsView view, DataViewRowCursor source) : ForwardingCursor(source)
    {
        public override DataViewSchema Schema => view.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => Source.IsColumnActive(view.InSource(column));

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => Source.GetGetter<TValue>(view.InSource(column));
    }
}
