namespace Gan.Onnx;

/// <summary>A column of a table's values.</summary>
/// <param name="TensorName">The tensor's name in the model.</param>
/// <param name="ColumnName">The column's name in the data.</param>
/// <param name="Value">The type of the values.</param>
internal sealed record ValueColumn(string TensorName, string ColumnName, TabularValue Value) : OnnxColumn(TensorName, ColumnName, Value.DataViewType);
