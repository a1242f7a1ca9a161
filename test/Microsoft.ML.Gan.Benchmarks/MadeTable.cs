using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>Rows of ten columns that are made as they are read, and never held.</summary>
internal sealed class MadeTable(long rows) : IDataView
{
    private static readonly string[] Towns = [.. Enumerable.Range(0, 5_000).Select(town => $"town {town}")];
    private static readonly string[] Jobs = ["clerk", "cook", "nurse", "pilot", "smith", "teacher"];

    private static readonly (string Name, DataViewType Type)[] Columns =
    [
        ("Id", NumberDataViewType.Int64), ("Town", TextDataViewType.Instance), ("Job", TextDataViewType.Instance),
        ("Married", BooleanDataViewType.Instance), ("Age", NumberDataViewType.Int32), ("Children", NumberDataViewType.Int32),
        ("Income", NumberDataViewType.Double), ("Height", NumberDataViewType.Single), ("Debt", NumberDataViewType.Double),
        ("Since", DateTimeDataViewType.Instance),
    ];

    public DataViewSchema Schema { get; } = SchemaOf();

    public bool CanShuffle => false;

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new Cursor(Schema, rows);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private static DataViewSchema SchemaOf()
    {
        var schema = new DataViewSchema.Builder();
        foreach (var (name, type) in Columns) schema.AddColumn(name, type);
        return schema.ToSchema();
    }

    private sealed class Cursor(DataViewSchema schema, long rows) : DataViewRowCursor
    {
        private long _position = -1;

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema => schema;

        public override bool MoveNext() => ++_position < rows;

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_position, 0);

        public override ValueGetter<T> GetGetter<T>(DataViewSchema.Column column) => (ValueGetter<T>)(Delegate)(column.Name switch
        {
            "Id" => (ValueGetter<long>)((ref long value) => value = _position),
            "Town" => Texts(() => Towns[(int)(Unit(1) * Unit(2) * Towns.Length)]),
            "Job" => Texts(() => Jobs[(int)(Unit(3) * Jobs.Length)]),
            "Married" => (ValueGetter<bool>)((ref bool value) => value = Unit(4) < 0.4),
            "Age" => (ValueGetter<int>)((ref int value) => value = 18 + (int)(70 * Unit(5))),
            "Children" => (ValueGetter<int>)((ref int value) => value = (int)(8 * Unit(6) * Unit(4))),
            "Income" => (ValueGetter<double>)((ref double value) => value = Math.Round(20_000 * Math.Exp(2 * Unit(7) + Unit(5)), 2)),
            "Height" => (ValueGetter<float>)((ref float value) => value = (float)(150 + 25 * (Unit(8) + Unit(9)))),
            "Debt" => (ValueGetter<double>)((ref double value) => value = Unit(10) < 0.3 ? double.NaN : 50_000 * Unit(10) * Unit(7)),
            _ => (ValueGetter<DateTime>)((ref DateTime value) => value = new DateTime(2000, 1, 1).AddDays((int)(9_000 * Unit(11)))),
        });

        private static ValueGetter<ReadOnlyMemory<char>> Texts(Func<string> text) => (ref ReadOnlyMemory<char> value) => value = text().AsMemory();

        /// <summary>A number from 0 to 1 of the row, by SplitMix64.</summary>
        private double Unit(ulong stream)
        {
            var bits = unchecked(((ulong)_position * 16 + stream) * 0x9E3779B97F4A7C15);
            bits = unchecked((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9);
            bits = unchecked((bits ^ (bits >> 27)) * 0x94D049BB133111EB);
            return ((bits ^ (bits >> 31)) >> 11) * Math.Pow(2, -53);
        }
    }
}
