using System.Data.Common;
using System.Globalization;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Forms;
using Microsoft.Data.Analysis;
using Microsoft.ML.Data;

namespace Gan.Tool.Data.Sources;

/// <summary>Finds what becomes of columns whose cells are read one by one.</summary>
/// <remarks>Types are as wide as the database's, since no row tells of the others: numbers of which some are missing are of Double.</remarks>
internal static class StreamedColumns
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <param name="style">How the column is written, by some of its rows.</param>
    /// <param name="hasMissing">Whether a cell is missing in any row.</param>
    /// <param name="valueOf">The value's text of a cell's; null where it is missing.</param>
    public static StreamedColumn Of(ColumnStyle style, bool hasMissing, Func<string, ColumnStyle, string?> valueOf)
    {
        var kind = style.Stored!.Kind;
        return (style.Form, kind) switch
        {
            (NumberForm, CellKind.Int16 or CellKind.Int32) when !hasMissing => new StreamedColumn<int>(
                NumberDataViewType.Int32, style, valueOf, value => Convert.ToInt32(value, Culture),
                (name, values) => new Int32DataFrameColumn(name, values), PlainReaders.Int),
            (NumberForm, CellKind.Int64) when !hasMissing => new StreamedColumn<long>(
                NumberDataViewType.Int64, style, valueOf, value => Convert.ToInt64(value, Culture),
                (name, values) => new Int64DataFrameColumn(name, values), PlainReaders.Whole),
            (NumberForm, CellKind.Single) => new StreamedColumn<float>(
                NumberDataViewType.Single, style, valueOf, value => (float)NumberOf(value), (name, values) => new SingleDataFrameColumn(name, values),
                (reader, place) => () => reader.GetFloat(place)),
            (NumberForm, CellKind.Int16 or CellKind.Int32 or CellKind.Int64 or CellKind.Double or CellKind.Decimal) => Doubles(PlainReaders.Real),
            (NumberForm or DurationForm, _) => Doubles(null),
            (DateForm, CellKind.Date or CellKind.Timestamp) => Dates(PlainReaders.Date),
            (DateForm, _) => Dates(null),
            (BooleanForm, CellKind.Boolean) when !hasMissing => new StreamedColumn<bool>(
                BooleanDataViewType.Instance, style, valueOf, value => value is true, (name, values) => new BooleanDataFrameColumn(name, values),
                (reader, place) => () => reader.GetBoolean(place)),
            _ => new StreamedColumn<ReadOnlyMemory<char>>(
                TextDataViewType.Instance, style, valueOf, value => $"{value}".AsMemory(),
                (name, values) => new StringDataFrameColumn(name, values.Select(text => text.ToString()))),
        };

        StreamedColumn<double> Doubles(Func<DbDataReader, int, Func<double>>? plain) => new(
            NumberDataViewType.Double, style, valueOf, NumberOf, (name, values) => new DoubleDataFrameColumn(name, values), plain);

        StreamedColumn<DateTime> Dates(Func<DbDataReader, int, Func<DateTime>>? plain) => new(
            DateTimeDataViewType.Instance, style, valueOf, value => (DateTime?)value ?? default,
            (name, values) => new DateTimeDataFrameColumn(name, values.Select(date => date == default ? null : (DateTime?)date)), plain);
    }

    /// <summary>The number of the same digits, of double precision: 0.1 for the single-precision 0.1; NaN for none.</summary>
    private static double NumberOf(object? value) => value switch
    {
        null => double.NaN,
        float single => double.Parse(single.ToString(Culture), Culture),
        _ => Convert.ToDouble(value, Culture),
    };
}
