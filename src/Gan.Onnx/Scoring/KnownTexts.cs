using System.Text;

namespace Gan.Onnx;

/// <summary>Texts by their UTF-8 bytes, each made once: a model's text output has few different values and many rows.</summary>
internal sealed class KnownTexts
{
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _texts =
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private char[] _buffer = new char[64];

    public ReadOnlyMemory<char> Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > _buffer.Length) _buffer = new char[2 * utf8.Length];      // no text has more UTF-16 units than UTF-8 bytes
        var length = Encoding.UTF8.GetChars(utf8, _buffer);
        var span = _buffer.AsSpan(0, length);
        if (!_texts.TryGetValue(span, out var text)) _texts[span] = text = span.ToString();
        return text.AsMemory();
    }
}
