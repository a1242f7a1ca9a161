using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Tool.Reporting;

/// <summary>Writes a table of scalars as CSV (RFC 4180), row by row as it is read; a missing cell is empty.</summary>
internal static class TableCsv
{
    /// <param name="table">The table.</param>
    /// <param name="writer">Takes the CSV.</param>
    /// <param name="dateFormats">How columns of dates are written; the others as ISO 8601 to 100 nanoseconds.</param>
    /// <param name="written">Is told of each row how many are written; null for nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">A column is not of numbers, texts, Booleans, dates or spans of time.</exception>
    public static void Write(
        IDataView table, TextWriter writer, IReadOnlyDictionary<string, string> dateFormats,
        Action<int>? written = null, CancellationToken cancellationToken = default)
    {
        writer.WriteLine(string.Join(',', table.Schema.Select(column => CsvText.Quoted(column.Name))));
        using var cursor = table.GetRowCursor(table.Schema);
        var cells = table.Schema.Select(column => CellOf(cursor, column, dateFormats.GetValueOrDefault(column.Name, "O"))).ToArray();
        for (var rows = 1; cursor.MoveNext(); rows++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = string.Join(',', cells.Select(cell => CsvText.Quoted(cell())));
            writer.WriteLine(line.Length == 0 ? "\"\"" : line);                       // the one cell of a row, missing: not an empty line
            written?.Invoke(rows);
        }
    }

    private static Func<string> CellOf(DataViewRow row, DataViewSchema.Column column, string dateFormat) => column.Type switch
    {
        TextDataViewType => Cell<ReadOnlyMemory<char>>(row, column, text => text.ToString()),
        BooleanDataViewType => Cell<bool>(row, column, value => value ? bool.TrueString : bool.FalseString),
        DateTimeDataViewType =>
            Cell<DateTime>(row, column, value => value == default ? "" : value.ToString(dateFormat, CultureInfo.InvariantCulture)),
        DateTimeOffsetDataViewType =>
            Cell<DateTimeOffset>(row, column, value => value == default ? "" : value.ToString("O", CultureInfo.InvariantCulture)),
        TimeSpanDataViewType => Cell<TimeSpan>(row, column, value => value.ToString("c", CultureInfo.InvariantCulture)),
        NumberDataViewType => Type.GetTypeCode(column.Type.RawType) switch
        {
            TypeCode.Single => Cell<float>(row, column, value => float.IsNaN(value) ? "" : value.ToString(CultureInfo.InvariantCulture)),
            TypeCode.Double => Cell<double>(row, column, value => double.IsNaN(value) ? "" : value.ToString(CultureInfo.InvariantCulture)),
            TypeCode.SByte => Number<sbyte>(row, column),
            TypeCode.Int16 => Number<short>(row, column),
            TypeCode.Int32 => Number<int>(row, column),
            TypeCode.Int64 => Number<long>(row, column),
            TypeCode.Byte => Number<byte>(row, column),
            TypeCode.UInt16 => Number<ushort>(row, column),
            TypeCode.UInt32 => Number<uint>(row, column),
            TypeCode.UInt64 => Number<ulong>(row, column),
            _ => throw Unwritable(column),
        },
        _ => throw Unwritable(column),
    };

    private static Func<string> Number<T>(DataViewRow row, DataViewSchema.Column column) where T : IFormattable =>
        Cell<T>(row, column, value => value.ToString(null, CultureInfo.InvariantCulture));

    private static Func<string> Cell<T>(DataViewRow row, DataViewSchema.Column column, Func<T, string> toText)
    {
        var getter = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return toText(value);
        };
    }

    private static ArgumentException Unwritable(DataViewSchema.Column column) =>
        new($"Column '{column.Name}' must be of a scalar that CSV can hold, but is of {column.Type}.");
}
