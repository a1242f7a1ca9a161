using Gan.Onnx;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>The column of vectors that a GAN learns to make.</summary>
internal sealed class FeatureColumn
{
    private readonly VectorDataViewType _type;

    private FeatureColumn(DataViewSchema.Column column, VectorDataViewType type)
    {
        Column = column;
        _type = type;
    }

    public DataViewSchema.Column Column { get; }

    /// <value>The column's own dimensions; null if they differ from row to row as far as the schema knows.</value>
    public IReadOnlyList<int>? Dimensions => _type.IsKnownSize ? _type.Dimensions : null;

    /// <exception cref="ArgumentException">There is no such column, or it is not of vectors of <see cref="float"/>.</exception>
    public static FeatureColumn Find(DataViewSchema schema, string name)
    {
        var column = schema.Find("feature", name);
        return column.Type is VectorDataViewType type && type.ItemType == NumberDataViewType.Single
            ? new(column, type)
            : throw SchemaExtensions.Mismatch("feature", name, "Vector<Single>", column.Type, SchemaRemedy.For(
                "feature", new VectorDataViewType(NumberDataViewType.Single), column.Type));
    }

    /// <summary>The names of the slots; empty if the column has none.</summary>
    public IReadOnlyList<string> SlotNames(int width) =>
        TextAnnotations.Read(Column.Annotations, TextAnnotations.SlotNamesKind) is { } names && names.Count == width ? names : [];
}
