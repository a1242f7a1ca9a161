using Gan.Onnx;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>What ML.NET says of a column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="KeyCount">The count of a key type; 0 for others.</param>
/// <param name="KeyValues">The texts behind the keys; empty if there are none.</param>
internal sealed record ColumnSchema(string Name, TabularValueType Type, long KeyCount = 0, IReadOnlyList<string>? KeyValues = null)
{
    public bool IsReal => Type is TabularValueType.Single or TabularValueType.Double;

    public bool IsText => Type == TabularValueType.Text;

    public bool IsDate => Type is TabularValueType.DateTime or TabularValueType.TimeSpan;

    /// <value>Whether the values are names, whatever their number: they have no order that means anything.</value>
    public bool IsNominal => Type is TabularValueType.Text or TabularValueType.Boolean
        or TabularValueType.KeyByte or TabularValueType.KeyUInt16 or TabularValueType.KeyUInt32 or TabularValueType.KeyUInt64;

    /// <summary>Signed numbers in the order of unsigned ones: the values of <see cref="TabularValueType.UInt64"/> are read so.</summary>
    public static long Ordered(ulong value) => unchecked((long)(value ^ (1UL << 63)));

    /// <summary>The inverse of <see cref="Ordered"/>.</summary>
    public static ulong Unordered(long value) => unchecked((ulong)value) ^ (1UL << 63);
}
