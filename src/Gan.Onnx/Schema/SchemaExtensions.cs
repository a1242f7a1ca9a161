using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Columns by name, with ML.NET's own wording for those that do not fit.</summary>
internal static class SchemaExtensions
{
    /// <exception cref="ArgumentException">The schema has no such column.</exception>
    public static DataViewSchema.Column Find(this DataViewSchema schema, string role, string name) =>
        schema.GetColumnOrNull(name) ?? throw new ArgumentException(InputSchema.NotFound(role, name, InputSchema.Names(schema)));

    public static ArgumentException Mismatch(string role, string name, string expected, DataViewType actual, string remedy = "") =>
        new($"Schema mismatch for {role} column '{name}': expected {expected}, got {actual}. {remedy}".TrimEnd());
}
