using System.Text;

namespace Gan.Onnx;

/// <summary>What a text must be to come back from a model file as it was.</summary>
/// <remarks>Files are UTF-8, which has no halves of surrogate pairs, and ONNX Runtime ends the name of a tensor at a character 0.</remarks>
internal static class FileText
{
    /// <exception cref="ArgumentException">The name would not come back.</exception>
    public static void RequireName(string name)
    {
        Require(name, "The name of a column");
        if (name.Contains('\0'))
            throw new ArgumentException($"The name of a column must have no character 0, but was '{Show(name)}'. Rename the column.");
    }

    /// <param name="text">The text.</param>
    /// <param name="what">What it is, at the beginning of a sentence.</param>
    /// <exception cref="ArgumentException">The text would not come back.</exception>
    public static void Require(ReadOnlySpan<char> text, string what)
    {
        if (IsWhole(text)) return;
        throw new ArgumentException(
            $"{what} must be of whole characters, but '{Show(text)}' has half of a pair. Mend the encoding where the text comes from.");
    }

    /// <summary>Whether a text would come back.</summary>
    public static bool IsWhole(ReadOnlySpan<char> text)
    {
        for (var first = text.IndexOfAnyInRange('\uD800', '\uDFFF'); first >= 0; first = text.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (Rune.DecodeFromUtf16(text[first..], out _, out var length) != System.Buffers.OperationStatus.Done) return false;
            text = text[(first + length)..];
        }
        return true;
    }

    private static string Show(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder();
        foreach (var unit in text) shown.Append(char.IsControl(unit) || char.IsSurrogate(unit) ? $"\\u{(int)unit:X4}" : unit);
        return shown.ToString();
    }
}
