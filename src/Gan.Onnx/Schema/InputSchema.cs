using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Checks that data has the columns that a model reads; the messages are worded as ML.NET's own.</summary>
internal static class InputSchema
{
    /// <summary>The column that an input is read from.</summary>
    /// <param name="inputSchema">The data's schema.</param>
    /// <param name="input">The input.</param>
    /// <param name="parameterName">What the caller's caller knows the schema as.</param>
    /// <exception cref="ArgumentOutOfRangeException">The column is missing or of another type.</exception>
    public static DataViewSchema.Column Require(DataViewSchema inputSchema, OnnxColumn input, string parameterName = "inputSchema")
    {
        var column = inputSchema.GetColumnOrNull(input.ColumnName) ?? throw Missing(parameterName, input, Names(inputSchema));
        if (!Accepts(input.Type, column.Type))
            throw Mismatch(parameterName, input, column.Type, input.Type, SchemaRemedy.For(input.Role, input.Type, column.Type));
        RequireSameKeyNames(parameterName, input, column);
        return column;
    }

    /// <summary>Checks the shape of a schema, which says nothing of vectors' sizes.</summary>
    /// <param name="inputSchema">The shape.</param>
    /// <param name="input">The input.</param>
    /// <param name="mustBeKey">Whether a key input takes keys only, and no plain numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The column is missing or of another type.</exception>
    public static void Require(SchemaShape inputSchema, OnnxColumn input, bool mustBeKey = false)
    {
        var column = inputSchema.FirstOrDefault(column => column.Name == input.ColumnName);
        if (column.Name is null) throw Missing(nameof(inputSchema), input, inputSchema.Select(other => other.Name));
        var kind = input.Type is VectorDataViewType ? SchemaShape.Column.VectorKind.Vector : SchemaShape.Column.VectorKind.Scalar;
        var isKind = column.Kind == kind
            || (column.Kind == SchemaShape.Column.VectorKind.VariableVector && kind == SchemaShape.Column.VectorKind.Vector);
        var isType = column.ItemType.RawType == ItemType(input.Type).RawType && (!column.IsKey || input.Type is KeyDataViewType);
        if (isKind && isType && (column.IsKey || !mustBeKey)) return;
        object expected = input.Type is KeyDataViewType key ? $"Key<{key.RawType.Name}>" : input.Type;
        DataViewType item = column.IsKey ? new KeyDataViewType(column.ItemType.RawType, 1) : column.ItemType;
        var remedy = SchemaRemedy.For(input.Role, input.Type, column.Kind != SchemaShape.Column.VectorKind.Scalar, item);
        throw Mismatch(nameof(inputSchema), input, Describe(column), expected, remedy);
    }

    /// <summary>The names of the columns that can be found by them.</summary>
    public static IEnumerable<string> Names(DataViewSchema schema) => schema.Where(column => !column.IsHidden).Select(column => column.Name);

    /// <summary>The message about a column that is not among those of some names.</summary>
    public static string NotFound(string role, string name, IEnumerable<string> names) =>
        $"Could not find {role} column '{name}'. The columns are: {string.Join(", ", names.Select(other => $"'{other}'"))}.";

    private static bool Accepts(DataViewType expected, DataViewType actual) => (expected, actual) switch
    {
        (VectorDataViewType wanted, VectorDataViewType given) =>
            (given.Size == 0 || given.Size == wanted.Size) && given.ItemType.Equals(wanted.ItemType),
        (KeyDataViewType wanted, KeyDataViewType or NumberDataViewType) => actual.RawType == wanted.RawType,
        _ => expected.Equals(actual),
    };

    /// <summary>
    /// Another order of classes in the data would silently give other classes' samples. A blank name may be any: that of a rare key is not in a file.
    /// </summary>
    private static void RequireSameKeyNames(string parameterName, OnnxColumn input, DataViewSchema.Column column)
    {
        if (input.Type is not KeyDataViewType || input.Annotations is null) return;
        var expected = TextAnnotations.ReadKeyValues(input.Annotations);
        var actual = TextAnnotations.ReadKeyValues(column.Annotations);
        if (expected is null || actual is null) return;
        if (expected.Count == actual.Count && expected.Zip(actual).All(pair => pair.First.Length == 0 || pair.First == pair.Second)) return;
        throw Mismatch(parameterName, input, $"keys for {string.Join(", ", actual)}", $"keys for {string.Join(", ", expected)}, in this order", "");
    }

    private static DataViewType ItemType(DataViewType type) => type is VectorDataViewType vector ? vector.ItemType : type;

    private static string Describe(SchemaShape.Column column)
    {
        var item = column.IsKey ? $"Key<{column.ItemType}>" : $"{column.ItemType}";
        return column.Kind == SchemaShape.Column.VectorKind.Scalar ? item : $"Vector<{item}>";
    }

    private static ArgumentOutOfRangeException Missing(string parameterName, OnnxColumn input, IEnumerable<string> names) =>
        new(parameterName, NotFound(input.Role, input.ColumnName, names));

    private static ArgumentOutOfRangeException Mismatch(string parameterName, OnnxColumn input, object actual, object expected, string remedy) => new(
        parameterName, $"Schema mismatch for {input.Role} column '{input.ColumnName}': expected {expected}, got {actual}. {remedy}".TrimEnd());
}
