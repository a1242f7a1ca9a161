using Gan.Onnx;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>What ML.NET says of a column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The type of its values.</param>
internal sealed record ColumnSchema(string Name, TabularValue Value)
{
    public bool IsReal => Value is RealValue;

    public bool IsText => Value is TextValue;
}
