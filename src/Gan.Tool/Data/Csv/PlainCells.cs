using System.Globalization;
using Gan.Tool.Data.Forms;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Tool.Data.Csv;

/// <summary>Cells of columns of which no file is known: numbers as in the invariant culture, dates in ISO 8601.</summary>
internal static class PlainCells
{
    /// <summary>Gives the text of a row's cell; null where it is missing.</summary>
    /// <exception cref="ArgumentException">The column is not of numbers, texts, Booleans, dates or spans of time.</exception>
    public static Func<string?> Of(DataViewRow row, DataViewSchema.Column column) => column.Type switch
    {
        TextDataViewType => Cells.Of<ReadOnlyMemory<char>>(row, column, text => text.ToString()),
        BooleanDataViewType => Cells.Of<bool>(row, column, value => value ? bool.TrueString : bool.FalseString),
        DateTimeDataViewType => Cells.Of<DateTime>(row, column, value => value == default ? null : value.ToString("O", CultureInfo.InvariantCulture)),
        DateTimeOffsetDataViewType =>
            Cells.Of<DateTimeOffset>(row, column, value => value == default ? null : value.ToString("O", CultureInfo.InvariantCulture)),
        TimeSpanDataViewType => Cells.Of<TimeSpan>(row, column, value => value.ToString("c", CultureInfo.InvariantCulture)),
        NumberDataViewType => Type.GetTypeCode(column.Type.RawType) switch
        {
            TypeCode.Single => Cells.Of<float>(row, column, value => float.IsNaN(value) ? null : value.ToString(CultureInfo.InvariantCulture)),
            TypeCode.Double => Cells.Of<double>(row, column, value => double.IsNaN(value) ? null : value.ToString(CultureInfo.InvariantCulture)),
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

    private static Func<string?> Number<T>(DataViewRow row, DataViewSchema.Column column) where T : IFormattable =>
        Cells.Of<T>(row, column, value => value.ToString(null, CultureInfo.InvariantCulture));

    private static ArgumentException Unwritable(DataViewSchema.Column column) =>
        new($"Column '{column.Name}' must be of a scalar that CSV can hold, but is of {column.Type}.");
}
