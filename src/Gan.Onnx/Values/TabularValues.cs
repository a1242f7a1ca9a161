using System.Numerics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>The types that a table's column can have.</summary>
/// <remarks>A new one is a line here, its class, and its name in <see cref="TabularValueType"/>.</remarks>
internal static class TabularValues
{
    private static readonly TabularValue[] All =
    [
        new FloatingValue<float>(TabularValueType.Single, NumberDataViewType.Single),
        new FloatingValue<double>(TabularValueType.Double, NumberDataViewType.Double),

        new IntegerValue<sbyte>(TabularValueType.SByte, NumberDataViewType.SByte),
        new IntegerValue<short>(TabularValueType.Int16, NumberDataViewType.Int16),
        new IntegerValue<int>(TabularValueType.Int32, NumberDataViewType.Int32),
        new IntegerValue<long>(TabularValueType.Int64, NumberDataViewType.Int64),
        new IntegerValue<byte>(TabularValueType.Byte, NumberDataViewType.Byte),
        new IntegerValue<ushort>(TabularValueType.UInt16, NumberDataViewType.UInt16),
        new IntegerValue<uint>(TabularValueType.UInt32, NumberDataViewType.UInt32),
        new IntegerValue<ulong>(TabularValueType.UInt64, NumberDataViewType.UInt64),

        new BooleanValue(),
        new TextValue(),

        AnyKey<byte>(TabularValueType.KeyByte),
        AnyKey<ushort>(TabularValueType.KeyUInt16),
        AnyKey<uint>(TabularValueType.KeyUInt32),
        AnyKey<ulong>(TabularValueType.KeyUInt64),

        new DateTimeValue(),
        new TimeSpanValue(),
        new DateTimeOffsetValue(ValueTraits.None),
    ];

    private static readonly Dictionary<TabularValueType, TabularValue> ByName = All.ToDictionary(value => value.Type);
    private static readonly Dictionary<(Type, Type), TabularValue> ByDataViewType = All.ToDictionary(value => Key(value.DataViewType));

    /// <summary>The type of a name in a file.</summary>
    /// <param name="name">The name.</param>
    /// <param name="traits">What a column's type has beside it; null for the type of any column.</param>
    public static TabularValue Of(TabularValueType name, ValueTraits? traits = null) =>
        traits is null ? ByName[name] : ByName[name].With(traits);

    /// <summary>The type of an ML.NET type, with what that says of it; null if there is none.</summary>
    public static TabularValue? Of(DataViewType type) => ByDataViewType.GetValueOrDefault(Key(type));

    /// <summary>The type of a column's values; null if there is none.</summary>
    public static TabularValue? Of(DataViewSchema.Column column) => Of(column.Type)?.With(Traits(column));

    private static ValueTraits Traits(DataViewSchema.Column column) => column.Type is KeyDataViewType key
        ? new((long)Math.Min(key.Count, long.MaxValue), TextAnnotations.Read(column.Annotations, TextAnnotations.KeyValuesKind) ?? [])
        : ValueTraits.None;

    private static (Type, Type) Key(DataViewType type) => (type.GetType(), type.RawType);

    private static KeyValue<TKey> AnyKey<TKey>(TabularValueType name)
        where TKey : unmanaged, IUnsignedNumber<TKey>, IBinaryInteger<TKey>, IMinMaxValue<TKey> => new(name, new ValueTraits(1, []));
}
