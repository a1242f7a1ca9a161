using Gan.Onnx.Graph;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>A tabular column's type in ONNX and in ML.NET.</summary>
internal static class TabularTypes
{
    public static bool IsKey(this TabularValueType type) => type is >= TabularValueType.KeyByte and <= TabularValueType.KeyUInt64;

    /// <summary>The element type of the column's output tensor.</summary>
    public static OnnxElementType ToElementType(this TabularValueType type) => type switch
    {
        TabularValueType.Single => OnnxElementType.Single,
        TabularValueType.Double => OnnxElementType.Double,
        TabularValueType.SByte => OnnxElementType.SByte,
        TabularValueType.Int16 => OnnxElementType.Int16,
        TabularValueType.Int32 => OnnxElementType.Int32,
        TabularValueType.Int64 or TabularValueType.DateTime or TabularValueType.TimeSpan => OnnxElementType.Int64,
        TabularValueType.Byte or TabularValueType.KeyByte => OnnxElementType.Byte,
        TabularValueType.UInt16 or TabularValueType.KeyUInt16 => OnnxElementType.UInt16,
        TabularValueType.UInt32 or TabularValueType.KeyUInt32 => OnnxElementType.UInt32,
        TabularValueType.UInt64 or TabularValueType.KeyUInt64 => OnnxElementType.UInt64,
        TabularValueType.Boolean => OnnxElementType.Boolean,
        _ => OnnxElementType.Text,
    };

    /// <summary>The column of the training table, read from the column's output tensor.</summary>
    public static OnnxColumn ToOutput(this TabularColumn column) => new(column.Tensor, column.Name, column.ToDataViewType())
    {
        Annotations = column.KeyValues.Count > 0 ? TextAnnotations.KeyValues(column.KeyValues) : null,
    };

    public static DataViewType ToDataViewType(this TabularColumn column) => column.Type switch
    {
        TabularValueType.Single => NumberDataViewType.Single,
        TabularValueType.Double => NumberDataViewType.Double,
        TabularValueType.SByte => NumberDataViewType.SByte,
        TabularValueType.Int16 => NumberDataViewType.Int16,
        TabularValueType.Int32 => NumberDataViewType.Int32,
        TabularValueType.Int64 => NumberDataViewType.Int64,
        TabularValueType.Byte => NumberDataViewType.Byte,
        TabularValueType.UInt16 => NumberDataViewType.UInt16,
        TabularValueType.UInt32 => NumberDataViewType.UInt32,
        TabularValueType.UInt64 => NumberDataViewType.UInt64,
        TabularValueType.Boolean => BooleanDataViewType.Instance,
        TabularValueType.KeyByte => Key<byte>(column),
        TabularValueType.KeyUInt16 => Key<ushort>(column),
        TabularValueType.KeyUInt32 => Key<uint>(column),
        TabularValueType.KeyUInt64 => Key<ulong>(column),
        TabularValueType.DateTime => DateTimeDataViewType.Instance,
        TabularValueType.TimeSpan => TimeSpanDataViewType.Instance,
        _ => TextDataViewType.Instance,
    };

    private static KeyDataViewType Key<TKey>(TabularColumn column) => new(typeof(TKey), checked((ulong)column.KeyCount));
}
