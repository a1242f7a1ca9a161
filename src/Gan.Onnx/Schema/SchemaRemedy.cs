using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Which of ML.NET's transforms makes a column of another type out of one.</summary>
internal static class SchemaRemedy
{
    /// <inheritdoc cref="For(string, DataViewType, bool, DataViewType)"/>
    /// <param name="role">What the column is: "label".</param>
    /// <param name="expected">The type that it must have.</param>
    /// <param name="actual">The type that it has.</param>
    public static string For(string role, DataViewType expected, DataViewType actual) =>
        actual is VectorDataViewType vector ? For(role, expected, true, vector.ItemType) : For(role, expected, false, actual);

    /// <summary>What to do, as a sentence; empty where no transform helps.</summary>
    /// <param name="role">What the column is: "label".</param>
    /// <param name="expected">The type that it must have.</param>
    /// <param name="isVector">Whether it is a vector.</param>
    /// <param name="item">The type of its values.</param>
    public static string For(string role, DataViewType expected, bool isVector, DataViewType item)
    {
        if (expected is KeyDataViewType) return isVector ? "" : $"Map the {role} to keys, for example with MapValueToKey.";
        if (expected is VectorDataViewType wanted) return ForVector(wanted.ItemType, isVector, item);
        return !isVector && IsConvertible(item) ? $"Convert it to {expected} with ConvertType." : "";
    }

    private static string ForVector(PrimitiveDataViewType wanted, bool isVector, DataViewType item) => (isVector, item) switch
    {
        (_, KeyDataViewType) => "Make numbers of it with MapKeyToVector.",
        (false, TextDataViewType) => "Make numbers of it, for example with OneHotEncoding or FeaturizeText.",
        (true, TextDataViewType) => "Make numbers of it, for example with FeaturizeText.",
        (true, _) when item.RawType != wanted.RawType && IsConvertible(item) => $"Convert it to {wanted} with ConvertType.",
        (false, _) when item.RawType == wanted.RawType => "Make a vector of it with Concatenate.",
        (false, _) when IsConvertible(item) => $"Convert it to {wanted} with ConvertType, and make a vector of it with Concatenate.",
        (false, StructuredDataViewType) => "Make numbers of it; of images, with ExtractPixels.",
        _ => "",
    };

    private static bool IsConvertible(DataViewType item) => item is NumberDataViewType or BooleanDataViewType or TextDataViewType;
}
