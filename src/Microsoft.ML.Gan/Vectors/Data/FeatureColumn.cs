using Gan.Onnx;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>The column of vectors that a GAN learns to make.</summary>
internal sealed class FeatureColumn
{
    private readonly VectorDataViewType _type;

    private FeatureColumn(DataViewSchema.Column column, VectorDataViewType type, FeatureFormat format)
    {
        Column = column;
        _type = type;
        Format = format;
    }

    public DataViewSchema.Column Column { get; }

    /// <value>How its values lie in memory.</value>
    public FeatureFormat Format { get; }

    /// <value>The column's own dimensions; null if they differ from row to row as far as the schema knows.</value>
    public IReadOnlyList<int>? Dimensions => _type.IsKnownSize ? _type.Dimensions : null;

    /// <exception cref="ArgumentException">There is no such column, or it is not of vectors of <see cref="float"/> or <see cref="byte"/>.</exception>
    public static FeatureColumn Find(DataViewSchema schema, string name)
    {
        var column = schema.Find("feature", name);
        FileText.RequireName(name);
        return column.Type is VectorDataViewType type && FeatureFormat.Of(type.ItemType) is { } format
            ? new(column, type, format)
            : throw SchemaExtensions.Mismatch("feature", name, "Vector<Single>", column.Type, SchemaRemedy.For(
                "feature", new VectorDataViewType(NumberDataViewType.Single), column.Type));
    }

    /// <summary>The names of the slots; empty if the column has none.</summary>
    /// <exception cref="ArgumentException">A name can't be written to a file.</exception>
    public IReadOnlyList<string> SlotNames(int width)
    {
        var names = TextAnnotations.Read(Column.Annotations, TextAnnotations.SlotNamesKind) ?? [];
        foreach (var name in names) FileText.Require(name, $"Each slot's name in column '{Column.Name}'");
        return names.Count == width ? names : [];
    }
}
