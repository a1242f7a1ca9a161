using Gan.Onnx;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Vectors;

/// <summary>Points that are made anew each time they are read, and may then be others.</summary>
/// <param name="ofPass">The points of a pass; the first is 0.</param>
internal sealed class PassRows(Func<int, IEnumerable<TestRows.Vector>> ofPass) : IDataView
{
    private readonly IDataView _first = View([]);
    private int _passes, _open;

    /// <value>Whether somebody reads them.</value>
    public bool IsOpen => _open > 0;

    public bool CanShuffle => false;

    public DataViewSchema Schema => _first.Schema;

    /// <summary>So many points on a line.</summary>
    public static IEnumerable<TestRows.Vector> Line(int count) =>
        Enumerable.Range(0, count).Select(row => new TestRows.Vector { Features = [row, 0.5f * row] });

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var view = View(ofPass(_passes++));
        _open++;
        return new Cursor(this, view.GetRowCursor(view.Schema));
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private static IDataView View(IEnumerable<TestRows.Vector> points)
    {
        var schema = SchemaDefinition.Create(typeof(TestRows.Vector));
        schema["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 2);
        return TestRows.MLContext.Data.LoadFromEnumerable(points, schema);
    }

    private sealed class Cursor(PassRows rows, DataViewRowCursor source) : ForwardingCursor(source)
    {
        public override DataViewSchema Schema => rows.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            Source.GetGetter<TValue>(Source.Schema[column.Index]);

        protected override void Dispose(bool disposing)
        {
            rows._open--;
            base.Dispose(disposing);
        }
    }
}
