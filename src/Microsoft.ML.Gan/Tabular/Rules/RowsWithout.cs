using Gan.Onnx;

namespace Microsoft.ML.Gan.Tabular.Rules;

/// <summary>Data without some of its rows.</summary>
/// <param name="source">The data.</param>
/// <param name="left">The rows that are left out, from 0.</param>
internal sealed class RowsWithout(IDataView source, IReadOnlySet<long> left) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => source.Schema;

    public long? GetRowCount() => source.GetRowCount() is { } rows ? rows - left.Count : null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(source.GetRowCursor(columnsNeeded), left);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(DataViewRowCursor source, IReadOnlySet<long> left) : ForwardingCursor(source)
    {
        private long _row = -1;
        private long _position = -1;

        public override long Position => _position;

        public override DataViewSchema Schema => Source.Schema;

        public override bool MoveNext()
        {
            do
            {
                if (!Source.MoveNext())
                {
                    _position = -1;
                    return false;
                }
                _row++;
            }
            while (left.Contains(_row));
            _position++;
            return true;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => Source.IsColumnActive(column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => Source.GetGetter<TValue>(column);
    }
}
