using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Column annotations that are lists of texts: the names of a vector's slots, the values behind a key.</summary>
internal static class TextAnnotations
{
    public const string SlotNamesKind = "SlotNames";
    public const string KeyValuesKind = "KeyValues";

    private static readonly Dictionary<Type, Func<DataViewSchema.Annotations, string, IReadOnlyList<string>>> Readers = new()
    {
        [typeof(ReadOnlyMemory<char>)] = Texts<ReadOnlyMemory<char>>,
        [typeof(bool)] = Texts<bool>,
        [typeof(sbyte)] = Texts<sbyte>,
        [typeof(short)] = Texts<short>,
        [typeof(int)] = Texts<int>,
        [typeof(long)] = Texts<long>,
        [typeof(byte)] = Texts<byte>,
        [typeof(ushort)] = Texts<ushort>,
        [typeof(uint)] = Texts<uint>,
        [typeof(ulong)] = Texts<ulong>,
        [typeof(float)] = Texts<float>,
        [typeof(double)] = Texts<double>,
        [typeof(DateTime)] = Texts<DateTime>,
        [typeof(DateTimeOffset)] = Texts<DateTimeOffset>,
        [typeof(TimeSpan)] = Texts<TimeSpan>,
    };

    public static DataViewSchema.Annotations SlotNames(IReadOnlyList<string> names) => Create(SlotNamesKind, names);

    public static DataViewSchema.Annotations KeyValues(IReadOnlyList<string> names) => Create(KeyValuesKind, names);

    /// <summary>The texts of an annotation; null when the column has none of this kind, or one that is not text.</summary>
    public static IReadOnlyList<string>? Read(DataViewSchema.Annotations annotations, string kind) =>
        annotations.Schema.GetColumnOrNull(kind)?.Type is VectorDataViewType { ItemType: TextDataViewType } ? Texts<ReadOnlyMemory<char>>(
            annotations, kind) : null;

    /// <summary>
    /// What the values behind a key are called, in their order, numbers and dates as in the invariant culture; null when the column has none.
    /// </summary>
    public static IReadOnlyList<string>? ReadKeyValues(DataViewSchema.Annotations annotations)
    {
        var type = (annotations.Schema.GetColumnOrNull(KeyValuesKind)?.Type as VectorDataViewType)?.ItemType.RawType;
        return type is not null && Readers.TryGetValue(type, out var read) ? read(annotations, KeyValuesKind) : null;
    }

    private static IReadOnlyList<string> Texts<T>(DataViewSchema.Annotations annotations, string kind)
    {
        VBuffer<T> values = default;
        annotations.GetValue(kind, ref values);
        return [.. values.DenseValues().Select(value => string.Create(CultureInfo.InvariantCulture, $"{value}"))];
    }

    private static DataViewSchema.Annotations Create(string kind, IReadOnlyList<string> texts)
    {
        var values = new VBuffer<ReadOnlyMemory<char>>(texts.Count, [.. texts.Select(text => text.AsMemory())]);
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.Add<VBuffer<ReadOnlyMemory<char>>>(kind, new VectorDataViewType(TextDataViewType.Instance, texts.Count), values.CopyTo);
        return annotations.ToAnnotations();
    }
}
