using System.Text.Json.Serialization;
using Gan.Onnx;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>What ML.NET says of a column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The type of its values.</param>
internal sealed record ColumnSchema(string Name, TabularValue Value)
{
    /// <value>Whether the column is none of the table's, but says how some of them go together.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsHidden { get; init; }

    public bool IsReal => Value is RealValue;

    public bool IsText => Value is TextValue;
}
