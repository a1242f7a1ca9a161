using System.Globalization;
using Gan.Onnx;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>A table in memory, built column by column.</summary>
internal sealed class TestTable(int rows) : IDataView
{
    private static readonly Dictionary<Type, DataViewType> Types = new()
    {
        [typeof(float)] = NumberDataViewType.Single,
        [typeof(double)] = NumberDataViewType.Double,
        [typeof(sbyte)] = NumberDataViewType.SByte,
        [typeof(short)] = NumberDataViewType.Int16,
        [typeof(int)] = NumberDataViewType.Int32,
        [typeof(long)] = NumberDataViewType.Int64,
        [typeof(byte)] = NumberDataViewType.Byte,
        [typeof(ushort)] = NumberDataViewType.UInt16,
        [typeof(uint)] = NumberDataViewType.UInt32,
        [typeof(ulong)] = NumberDataViewType.UInt64,
        [typeof(bool)] = BooleanDataViewType.Instance,
        [typeof(ReadOnlyMemory<char>)] = TextDataViewType.Instance,
        [typeof(DateTime)] = DateTimeDataViewType.Instance,
        [typeof(DateTimeOffset)] = DateTimeOffsetDataViewType.Instance,
        [typeof(TimeSpan)] = TimeSpanDataViewType.Instance,
        [typeof(DataViewRowId)] = RowIdDataViewType.Instance,
    };

    private readonly DataViewSchema.Builder _columns = new();
    private readonly List<Array> _values = [];
    private DataViewSchema? _schema;

    public DataViewSchema Schema => _schema ??= _columns.ToSchema();

    public bool CanShuffle => false;

    /// <value>Whether the number of rows is told before they are read.</value>
    public bool KnowsRowCount { get; init; } = true;

    public TestTable Add<T>(string name, Func<int, T> valueOf) => Add(name, Types[typeof(T)], valueOf, null);

    public TestTable Texts(string name, Func<int, string> textOf) => Add(name, row => textOf(row).AsMemory());

    /// <summary>A key column; its values count from 1, and 0 is missing.</summary>
    public TestTable Keys<T>(string name, ulong count, IReadOnlyList<string> names, Func<int, T> valueOf) =>
        Add(name, new KeyDataViewType(typeof(T), count), valueOf, names.Count == 0 ? null : TextAnnotations.KeyValues(names));

    public long? GetRowCount() => KnowsRowCount ? rows : null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new Cursor(Schema, _values, rows);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private TestTable Add<T>(string name, DataViewType type, Func<int, T> valueOf, DataViewSchema.Annotations? annotations)
    {
        _columns.AddColumn(name, type, annotations);
        _values.Add(Enumerable.Range(0, rows).Select(valueOf).ToArray());
        return this;
    }

    private sealed class Cursor(DataViewSchema schema, List<Array> values, int rows) : DataViewRowCursor
    {
        private int _position = -1;

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema => schema;

        public override bool MoveNext() => ++_position < rows;

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            var cells = (TValue[])values[column.Index];
            return (ref TValue value) => value = cells[_position];
        }
    }
}

internal static class TableExtensions
{
    /// <summary>The cells of a column as texts, in the invariant culture.</summary>
    public static string[] Texts(this IDataView data, string name)
    {
        var column = data.Schema[name];
        Func<IDataView, DataViewSchema.Column, string[]> read = Texts<int>;
        return (string[])read.Method.GetGenericMethodDefinition().MakeGenericMethod(column.Type.RawType).Invoke(null, [data, column])!;
    }

    /// <summary>The cells of a column of numbers.</summary>
    public static double[] Numbers(this IDataView data, string name) =>
        Array.ConvertAll(data.Texts(name), text => double.Parse(text, CultureInfo.InvariantCulture));

    private static string[] Texts<T>(IDataView data, DataViewSchema.Column column)
    {
        using var cursor = data.GetRowCursor([column]);
        var getter = cursor.GetGetter<T>(column);
        T value = default!;
        var texts = new List<string>();
        while (cursor.MoveNext())
        {
            getter(ref value);
            texts.Add(value is DateTime time
                ? time.ToString("o", CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{value}"));
        }
        return [.. texts];
    }
}
