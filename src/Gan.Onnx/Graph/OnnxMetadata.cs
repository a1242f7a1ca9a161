using Google.Protobuf;

namespace Gan.Onnx.Graph;

/// <summary>Finds the <c>metadata_props</c> of a file without reading the rest of it.</summary>
internal static class OnnxMetadata
{
    private const int ModelField = 14, KeyField = 1, ValueField = 2;

    /// <summary>A pair of a key and a value.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Value">Where the UTF-8 text of the value stands in the file.</param>
    internal sealed record Entry(string Key, Range Value);

    /// <summary>The number of pairs, and the lengths of all of them together.</summary>
    /// <exception cref="InvalidProtocolBufferException">The file is no protocol buffer, or is cut short.</exception>
    public static (int Pairs, long Bytes) Measure(byte[] file) =>
        Pairs(file).Aggregate((Pairs: 0, Bytes: 0L), (sum, pair) => (sum.Pairs + 1, sum.Bytes + pair.Length));

    /// <summary>The first pair of a key; null if there is none.</summary>
    /// <exception cref="InvalidProtocolBufferException">The file is no protocol buffer, or is cut short.</exception>
    public static Entry? Locate(byte[] file, string key) => Pairs(file).Select(pair => Read(file, pair)).FirstOrDefault(entry => entry.Key == key);

    private static IEnumerable<(int Start, int Length)> Pairs(byte[] file) => Fields(file, 0, file.Length).Where(field => field.Number == ModelField)
        .Select(field => (field.Start, field.Length));

    private static Entry Read(byte[] file, (int Start, int Length) pair)
    {
        var (key, value) = ("", default(Range));
        foreach (var (number, start, length) in Fields(file, pair.Start, pair.Length))
        {
            if (number == KeyField) key = System.Text.Encoding.UTF8.GetString(file, start, length);
            if (number == ValueField) value = start..(start + length);
        }
        return new(key, value);
    }

    /// <summary>The fields of a message that have a length, and where their contents stand.</summary>
    private static IEnumerable<(int Number, int Start, int Length)> Fields(byte[] file, int start, int length)
    {
        var input = new CodedInputStream(file, start, length);
        while (input.ReadTag() is not 0 and var tag)
        {
            var field = (int)input.Position;
            input.SkipLastField();
            if (WireFormat.GetTagWireType(tag) != WireFormat.WireType.LengthDelimited) continue;
            var size = new CodedInputStream(file, field, (int)input.Position - field).ReadLength();
            yield return (WireFormat.GetTagFieldNumber(tag), (int)input.Position - size, size);
        }
    }
}
