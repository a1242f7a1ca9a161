using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>Rows with made cells where theirs are missing, and behind their columns those that they lack.</summary>
internal sealed class ImputedRows : IDataView
{
    private readonly IDataView _rows;
    private readonly IDataView _made;
    private readonly Dictionary<string, TabularValue> _values;
    private readonly List<(DataViewSchema.Column? Own, DataViewSchema.Column? Made)> _columns = [];

    /// <param name="rows">The rows.</param>
    /// <param name="made">As many rows of the generator's columns, in their order.</param>
    /// <param name="manifest">The file's.</param>
    public ImputedRows(IDataView rows, IDataView made, GanManifest manifest)
    {
        (_rows, _made) = (rows, made);
        _values = manifest.Columns.Select(column => (column.Name, Value: column.ToValue()))
            .Concat((manifest.Identifiers ?? []).Select(column => (column.Name, Value: TabularValues.Of(column.Type))))
            .ToDictionary(column => column.Name, column => column.Value);
        var schema = new DataViewSchema.Builder();
        foreach (var own in rows.Schema.Where(column => !column.IsHidden)) Add(own, made.Schema.GetColumnOrNull(own.Name));
        foreach (var column in made.Schema.Where(column => rows.Schema.GetColumnOrNull(column.Name) is null)) Add(null, column);
        Schema = schema.ToSchema();

        void Add(DataViewSchema.Column? own, DataViewSchema.Column? column)
        {
            _columns.Add((own, column));
            var shown = column ?? own!.Value;
            schema.AddColumn(shown.Name, shown.Type, shown.Annotations);
        }
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => _rows.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var active = columnsNeeded.Select(column => column.Index).ToHashSet();
        var needed = _columns.Where((_, index) => active.Contains(index)).ToList();
        var own = _rows.GetRowCursor(needed.Select(pair => pair.Own).OfType<DataViewSchema.Column>());
        return new Cursor(this, active, own, _made.GetRowCursor(needed.Select(pair => pair.Made).OfType<DataViewSchema.Column>()));
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(ImputedRows view, HashSet<int> active, DataViewRowCursor own, DataViewRowCursor made) : ForwardingCursor(own)
    {
        public override DataViewSchema Schema => view.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override bool MoveNext() => Source.MoveNext() & made.MoveNext();

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column)) throw Getters.NotActive(column);
            var (known, filled) = view._columns[column.Index];
            if (known is not { } cells) return made.GetGetter<TValue>(filled!.Value);
            if (filled is not { } others) return Source.GetGetter<TValue>(cells);
            var own = new KnownCell(Source, cells, view._values[cells.Name]);
            var (getter, other, isMissing) = (own.Getter<TValue>(), made.GetGetter<TValue>(others), own.IsMissing());
            return (ref TValue value) =>
            {
                if (isMissing()) other(ref value);
                else getter(ref value);
            };
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) made.Dispose();
            base.Dispose(disposing);
        }
    }
}
