using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Ties a tensor of a model to a column: scalars to [N, 1], vectors to [N, ...dimensions].</summary>
/// <param name="TensorName">The tensor's name in the model.</param>
/// <param name="ColumnName">The column's name in the data.</param>
/// <param name="Type">The column's type. A key type's count is the largest key value that an input may have.</param>
/// <param name="Role">What messages call an input: the "latent" in "latent column 'Z'".</param>
internal record OnnxColumn(string TensorName, string ColumnName, DataViewType Type, string Role = "input")
{
    /// <summary>An output column's annotations. For a key input: the names that a column's own key values must agree with.</summary>
    public DataViewSchema.Annotations? Annotations { get; init; }

    /// <summary>The number of values in a row.</summary>
    public int Size { get; } = (Type as VectorDataViewType)?.Size ?? 1;

    /// <summary>The tensor's shape for a number of rows.</summary>
    public long[] Shape(int rows) => Type is VectorDataViewType vector ? [rows, .. vector.Dimensions.Select(size => (long)size)] : [rows, 1];
}
