using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Column annotations that are lists of texts: the names of a vector's slots, the values behind a key.</summary>
internal static class TextAnnotations
{
    public const string SlotNamesKind = "SlotNames";
    public const string KeyValuesKind = "KeyValues";

    public static DataViewSchema.Annotations SlotNames(IReadOnlyList<string> names) => Create(SlotNamesKind, names);

    public static DataViewSchema.Annotations KeyValues(IReadOnlyList<string> names) => Create(KeyValuesKind, names);

    /// <summary>The texts of an annotation; null when the column has none of this kind, or one that is not text.</summary>
    public static IReadOnlyList<string>? Read(DataViewSchema.Annotations annotations, string kind)
    {
        if (annotations.Schema.GetColumnOrNull(kind)?.Type is not VectorDataViewType { ItemType: TextDataViewType }) return null;
        VBuffer<ReadOnlyMemory<char>> texts = default;
        annotations.GetValue(kind, ref texts);
        return [.. texts.DenseValues().Select(text => text.ToString())];
    }

    private static DataViewSchema.Annotations Create(string kind, IReadOnlyList<string> texts)
    {
        var values = new VBuffer<ReadOnlyMemory<char>>(texts.Count, [.. texts.Select(text => text.AsMemory())]);
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.Add<VBuffer<ReadOnlyMemory<char>>>(kind, new VectorDataViewType(TextDataViewType.Instance, texts.Count), values.CopyTo);
        return annotations.ToAnnotations();
    }
}
