using System.Diagnostics.CodeAnalysis;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Makes the <see cref="SchemaShape"/> columns that estimators announce and only ML.NET's own assemblies may construct.</summary>
internal static class ColumnShape
{
    /// <summary>The input's shape with columns added, or replaced where they have an old column's name.</summary>
    public static SchemaShape Append(MLContext mlContext, SchemaShape inputSchema, IReadOnlyList<OnnxColumn> columns) => new(
        inputSchema.Where(old => !columns.Any(column => column.ColumnName == old.Name))
            .Concat(columns.Select(column => Of(mlContext, column.ColumnName, column.Type, column.Annotations))));

    /// <summary>The shape of one column, taken from a stock estimator that announces it.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "Announce needs no members of its type argument.")]
    public static SchemaShape.Column Of(MLContext mlContext, string name, DataViewType type, DataViewSchema.Annotations? annotations = null)
    {
        var announce = new Func<MLContext, string, DataViewType, DataViewSchema.Annotations?, SchemaShape.Column>(Announce<float>);
        var generic = announce.Method.GetGenericMethodDefinition().MakeGenericMethod(type.RawType);
        return generic.CreateDelegate<Func<MLContext, string, DataViewType, DataViewSchema.Annotations?, SchemaShape.Column>>()(
            mlContext, name, type, annotations);
    }

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(Cell<>))]
    private static SchemaShape.Column Announce<TValue>(MLContext mlContext, string name, DataViewType type, DataViewSchema.Annotations? annotations)
    {
        var definition = SchemaDefinition.Create(typeof(Cell<TValue>));
        definition[0].ColumnName = name;
        definition[0].ColumnType = type;
        foreach (var annotation in annotations?.Schema ?? Enumerable.Empty<DataViewSchema.Column>())
            definition[0].AddAnnotation(annotation.Name, default(VBuffer<ReadOnlyMemory<char>>), annotation.Type);
        return mlContext.Transforms.CustomMapping<Nothing, Cell<TValue>>((_, _) => { }, null, outputSchemaDefinition: definition)
            .GetOutputSchema(new SchemaShape([])).Single();
    }

    private sealed class Nothing;

    private sealed class Cell<TValue>
    {
        public TValue? Value { get; set; }
    }
}
