using System.Globalization;
using System.Numerics;
using Gan.Onnx;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Evaluation.Tables;

/// <summary>Gathers the cells of one column, as numbers or as categories.</summary>
/// <remarks>
/// Numbers, dates and spans of time become numbers; NaN, infinity and the first of all dates are missing.
/// Texts, Booleans and keys become categories; an empty text and the key 0 are missing.
/// A key counts by the text behind it, or, where there is none, by its number.
/// </remarks>
internal sealed class ColumnCells
{
    private readonly Func<DataViewRow, Action> _bind;
    private readonly Func<EvaluatedColumn> _toColumn;
    private Action _read = () => { };

    private ColumnCells(DataViewSchema.Column column, NumericKind? kind, Func<DataViewRow, Action> bind, Func<EvaluatedColumn> toColumn)
    {
        Column = column;
        Kind = kind;
        _bind = bind;
        _toColumn = toColumn;
    }

    public DataViewSchema.Column Column { get; }

    /// <value>What the numbers are; null for categories. Columns of one kind can be compared.</value>
    public NumericKind? Kind { get; }

    /// <summary>The cells of a column of scalars, none of them read; null if it is of something else.</summary>
    public static ColumnCells? Of(DataViewSchema.Column column, CategoryCodes categories) => column.Type switch
    {
        TextDataViewType => Categories<ReadOnlyMemory<char>>(column, categories, text => text.Span),
        BooleanDataViewType => Categories<bool>(column, categories, value => value ? bool.TrueString : bool.FalseString),
        DateTimeDataViewType => Numbers<DateTime>(column, NumericKind.DateTime, date => date == default ? double.NaN : date.Ticks),
        TimeSpanDataViewType => Numbers<TimeSpan>(column, NumericKind.TimeSpan, value => value.Ticks),
        KeyDataViewType => Type.GetTypeCode(column.Type.RawType) switch
        {
            TypeCode.Byte => Keys<byte>(column, categories),
            TypeCode.UInt16 => Keys<ushort>(column, categories),
            TypeCode.UInt32 => Keys<uint>(column, categories),
            _ => Keys<ulong>(column, categories),
        },
        NumberDataViewType => Type.GetTypeCode(column.Type.RawType) switch
        {
            TypeCode.Single => Numbers<float>(column),
            TypeCode.Double => Numbers<double>(column),
            TypeCode.SByte => Numbers<sbyte>(column),
            TypeCode.Int16 => Numbers<short>(column),
            TypeCode.Int32 => Numbers<int>(column),
            TypeCode.Int64 => Numbers<long>(column),
            TypeCode.Byte => Numbers<byte>(column),
            TypeCode.UInt16 => Numbers<ushort>(column),
            TypeCode.UInt32 => Numbers<uint>(column),
            TypeCode.UInt64 => Numbers<ulong>(column),
            _ => null,                                    // DataViewRowId, which TypeCode knows nothing of
        },
        _ => null,
    };

    /// <summary>Reads from the rows of a cursor from now on.</summary>
    public void Bind(DataViewRow row) => _read = _bind(row);

    /// <summary>Reads the current row's cell.</summary>
    public void Read() => _read();

    public EvaluatedColumn ToColumn() => _toColumn();

    private static ColumnCells Numbers<T>(DataViewSchema.Column column) where T : INumberBase<T> =>
        Numbers<T>(column, NumericKind.Number, double.CreateChecked);

    private static ColumnCells Numbers<T>(DataViewSchema.Column column, NumericKind kind, Func<T, double> toNumber)
    {
        var values = new List<double>();
        return new(
            column, kind,
            row => Reader<T>(row, column, cell => values.Add(toNumber(cell) is var value && double.IsFinite(value) ? value : double.NaN)),
            () => new EvaluatedNumbers(column.Name, [.. values]) { Kind = kind });
    }

    private static ColumnCells Categories<T>(DataViewSchema.Column column, CategoryCodes categories, Func<T, ReadOnlySpan<char>> toText)
    {
        var codes = new List<int>();
        return new(
            column, null,
            row => Reader<T>(row, column, cell => codes.Add(categories.CodeOf(toText(cell)))),
            () => new EvaluatedCategories(column.Name, [.. codes], categories));
    }

    private static ColumnCells Keys<T>(DataViewSchema.Column column, CategoryCodes categories) where T : IBinaryInteger<T>
    {
        var texts = TextAnnotations.Read(column.Annotations, TextAnnotations.KeyValuesKind);
        return Categories<T>(column, categories, key => T.IsZero(key) ? "" : TextOf(key));

        string TextOf(T key) => texts is not null && ulong.CreateChecked(key) <= (ulong)texts.Count
            ? texts[int.CreateChecked(key) - 1]
            : key.ToString(null, CultureInfo.InvariantCulture);
    }

    private static Action Reader<T>(DataViewRow row, DataViewSchema.Column column, Action<T> add)
    {
        var getter = row.GetGetter<T>(column);
        T cell = default!;
        return () =>
        {
            getter(ref cell);
            add(cell);
        };
    }
}
