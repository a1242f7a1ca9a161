using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Made rows with the columns that name them.</summary>
/// <param name="made">The rows; the id of each is its number.</param>
/// <param name="schema">The table's columns.</param>
/// <param name="identifiers">Those of them that name rows.</param>
/// <param name="seed">The seed that the rows were made by.</param>
/// <param name="personalData">Makes personal data; null for letters and digits in the form of the columns.</param>
internal sealed class IdentifiedRows(
    IDataView made, DataViewSchema schema, IReadOnlyList<TabularIdentifier> identifiers, int seed, IPersonalData? personalData) : IDataView
{
    private readonly Dictionary<int, TabularIdentifier> _identifiers = identifiers.ToDictionary(column => column.Place);

    public bool CanShuffle => made.CanShuffle;

    public DataViewSchema Schema => schema;

    public long? GetRowCount() => made.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var needed = columnsNeeded.ToList();
        return new Cursor(this, Active(needed), made.GetRowCursor(Made(needed), rand));
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        var needed = columnsNeeded.ToList();
        return [.. made.GetRowCursorSet(Made(needed), n, rand).Select(cursor => new Cursor(this, Active(needed), cursor))];
    }

    private static HashSet<int> Active(IEnumerable<DataViewSchema.Column> needed) => [.. needed.Select(column => column.Index)];

    private IEnumerable<DataViewSchema.Column> Made(IEnumerable<DataViewSchema.Column> needed) =>
        needed.Where(column => !_identifiers.ContainsKey(column.Index)).Select(column => made.Schema[column.Name]);

    private DataViewSchema.Column InMade(DataViewSchema.Column column) => made.Schema[column.Name];

    private Delegate? Identifiers(int column, Func<long> row) => _identifiers.TryGetValue(column, out var identifier)
        ? TabularValues.Of(identifier.Type).Make(new IdentifierCells(new IdentifierMaker(identifier, seed, personalData), row))
        : null;

    private sealed class Cursor(IdentifiedRows rows, HashSet<int> active, DataViewRowCursor source) : ForwardingCursor(source)
    {
        private readonly ValueGetter<DataViewRowId> _id = source.GetIdGetter();

        public override DataViewSchema Schema => rows.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column)) throw Getters.NotActive(column);
            return rows.Identifiers(column.Index, Row) is { } identifiers
                ? Getters.Typed<TValue>(identifiers, column, isActive: true)
                : Source.GetGetter<TValue>(rows.InMade(column));
        }

        private long Row()
        {
            DataViewRowId id = default;
            _id(ref id);
            return (long)id.Low;
        }
    }
}
