using Microsoft.ML;

namespace Gan.Onnx.Tests.Values;

/// <summary>Cells of a type that a table's column can have.</summary>
internal abstract class ValueCase
{
    public const string ColumnName = "Cell";

    /// <value>The type.</value>
    public abstract TabularValueType Type { get; }

    /// <value>A table of the cells.</value>
    public abstract IDataView Table { get; }

    /// <value>The texts of the cells, in their order; null where missing.</value>
    public abstract string?[] Texts { get; }
}
