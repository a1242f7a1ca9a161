using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx.Tests.Tabular;

internal static class TableGraphs
{
    public static readonly DateTime Day = new(2024, 2, 29, 12, 30, 0);

    /// <summary>One column of each type; "Wealth" is one of numbers, all others are of categories.</summary>
    public static TableGraph EveryType() => new TableGraph(21)
        .Texts("Job", true, "cook", "pilot", "smith, née Ünal", "*")
        .Texts("Sex", false, "female", "male")
        .Numbers("Wealth", true)
        .Numbers("Height", false)
        .Reals("Rate", TabularValueType.Single, true, ("0.1", 0.1), ("2.5", 2.5), ("1E-05", 1e-5))
        .Reals("Share", TabularValueType.Double, true, ("0.1", 0.1), ("0.30000000000000004", 0.1 + 0.2))
        .Whole("Tiny", TabularValueType.SByte, false, ("-128", -128), ("127", 127))
        .Whole("Short", TabularValueType.Int16, false, ("-32768", short.MinValue), ("3", 3))
        .Whole("Int", TabularValueType.Int32, false, ("-7", -7), ("2147483647", int.MaxValue))
        .Whole("Long", TabularValueType.Int64, false, ("9223372036854775807", long.MaxValue), ("0", 0))
        .Whole("Byte", TabularValueType.Byte, false, ("255", 255), ("1", 1))
        .Whole("UShort", TabularValueType.UInt16, false, ("65535", ushort.MaxValue), ("4", 4))
        .Whole("UInt", TabularValueType.UInt32, false, ("4294967295", uint.MaxValue), ("5", 5))
        .Whole("ULong", TabularValueType.UInt64, false, ("18446744073709551615", -1), ("6", 6))
        .Whole("Is", TabularValueType.Boolean, false, ("True", 1), ("False", 0))
        .Keys("Grade", TabularValueType.KeyUInt32, 3, ["low", "mid", "high"], true, ("high", 3), ("low", 1))
        .Keys("Small", TabularValueType.KeyByte, 9, [], true, ("4", 4), ("9", 9))
        .Keys("Large", TabularValueType.KeyUInt64, 9, [], false, ("1", 1), ("2", 2))
        .Whole("Day", TabularValueType.DateTime, false, ("2024-02-29T12:30:00.0000000", Day.Ticks), ("0001-01-01T00:00:00.0000000", 0))
        .Whole("Span", TabularValueType.TimeSpan, false, ("00:01:30", 90 * TimeSpan.TicksPerSecond), ("-1.00:00:00", -TimeSpan.TicksPerDay))
        .Whole(
            "Seen", TabularValueType.DateTime, true,
            ("2024-02-29T12:30:00.0000000", Day.Ticks), ("2024-03-01T12:30:00.0000000", Day.AddDays(1).Ticks));

    public static TabularGenerator Load(TableGraph graph) => Load(graph.ToModel());

    public static TabularGenerator Load(byte[] model) => new MLContext().Gan().LoadTabularGenerator(new MemoryStream(model));

    /// <summary>The cells of one column as texts.</summary>
    public static string[] Column(this IDataView data, string name) => [.. Cells(data, name).Select(row => row[0])];

    /// <summary>All cells as texts, row by row.</summary>
    public static string[][] Cells(this IDataView data, params string[] names)
    {
        var columns = names.Length == 0 ? [.. data.Schema] : names.Select(name => data.Schema[name]).ToArray();
        using var cursor = data.GetRowCursor(columns);
        return [.. Cells(cursor, columns).Select(row => row.Cells)];
    }

    /// <summary>A cursor's cells as texts, with their row ids.</summary>
    public static IEnumerable<(DataViewRowId Id, string[] Cells)> Cells(DataViewRowCursor cursor, params DataViewSchema.Column[] columns)
    {
        var cells = columns.Select(column => Cell(cursor, column)).ToArray();
        var ids = cursor.GetIdGetter();
        DataViewRowId id = default;
        while (cursor.MoveNext())
        {
            ids(ref id);
            yield return (id, [.. cells.Select(cell => cell())]);
        }
    }

    public static void AreSame(IReadOnlyList<string[]> expected, IReadOnlyList<string[]> actual)
    {
        Assert.HasCount(expected.Count, actual);
        for (var row = 0; row < expected.Count; row++) CollectionAssert.AreEqual(expected[row], actual[row], $"row {row}");
    }

    private static Func<string> Cell(DataViewRow row, DataViewSchema.Column column)
    {
        Func<DataViewRow, DataViewSchema.Column, Func<string>> read = column.Type is VectorDataViewType ? FirstOf<int> : Cell<int>;
        var type = column.Type is VectorDataViewType vector ? vector.ItemType.RawType : column.Type.RawType;
        return (Func<string>)read.Method.GetGenericMethodDefinition().MakeGenericMethod(type).Invoke(null, [row, column])!;
    }

    private static Func<string> Cell<T>(DataViewRow row, DataViewSchema.Column column)
    {
        var getter = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return Text(value);
        };
    }

    private static Func<string> FirstOf<T>(DataViewRow row, DataViewSchema.Column column)
    {
        var getter = row.GetGetter<VBuffer<T>>(column);
        VBuffer<T> values = default;
        return () =>
        {
            getter(ref values);
            return Text(values.GetItemOrDefault(0));
        };
    }

    public static string Text(object? value) => value switch
    {
        DateTime time => Text(time.Ticks),
        TimeSpan span => Text(span.Ticks),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
