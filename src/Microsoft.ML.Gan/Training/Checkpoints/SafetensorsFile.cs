using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Training.Checkpoints;

/// <summary>Tensors and texts in the safetensors format: the length of a header, the header in JSON, and the bytes of all tensors.</summary>
internal static class SafetensorsFile
{
    private const int LengthBytes = sizeof(long);
    private const int Alignment = 8;                                  // of the header, so that tensors can be mapped into memory
    private const string Metadata = "__metadata__";

    private static readonly FrozenDictionary<Type, string> NameOf = new Dictionary<Type, string>
    {
        [typeof(float)] = "F32",
        [typeof(double)] = "F64",
        [typeof(long)] = "I64",
        [typeof(int)] = "I32",
        [typeof(byte)] = "U8",
        [typeof(bool)] = "BOOL",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Type> TypeOf = NameOf.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The name of an array's type in the format.</summary>
    public static string TypeName(Array values) => NameOf[values.GetType().GetElementType()!];

    /// <summary>The bytes of an array, as they lie in memory.</summary>
    public static Span<byte> Bytes(Array values) =>
        MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(values), Buffer.ByteLength(values));

    /// <summary>Writes a file.</summary>
    public static void Write(Stream stream, SavedState state, IReadOnlyDictionary<string, string> texts)
    {
        using var header = new MemoryStream();
        WriteHeader(header, state, texts);
        while (header.Length % Alignment != 0) header.WriteByte((byte)' ');
        Span<byte> length = stackalloc byte[LengthBytes];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        header.WriteTo(stream);
        foreach (var tensor in state.Values) stream.Write(Bytes(tensor.Values));
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The file is cut short, damaged, or of another format.</exception>
    public static (SavedState State, Dictionary<string, string> Texts) Read(string path)
    {
        using var stream = File.OpenRead(path);
        try
        {
            Span<byte> length = stackalloc byte[LengthBytes];
            stream.ReadExactly(length);
            var size = BinaryPrimitives.ReadInt64LittleEndian(length);
            if (size < 0 || size > stream.Length - LengthBytes) throw new EndOfStreamException();
            var header = new byte[size];
            stream.ReadExactly(header);
            using var parsed = JsonDocument.Parse(header);
            return (ReadTensors(parsed.RootElement, stream), ReadTexts(parsed.RootElement));
        }
        catch (Exception failure) when (failure is EndOfStreamException or JsonException or KeyNotFoundException or FormatException
            or InvalidOperationException or OverflowException or ArgumentException)
        {
            throw new InvalidDataException($"The file '{path}' must be a whole safetensors file, but is not: {failure.Message}", failure);
        }
    }

    private static void WriteHeader(Stream header, SavedState state, IReadOnlyDictionary<string, string> texts)
    {
        using var json = new Utf8JsonWriter(header);
        var offset = 0L;
        json.WriteStartObject();
        json.WriteStartObject(Metadata);
        foreach (var (name, text) in texts) json.WriteString(name, text);
        json.WriteEndObject();
        foreach (var (name, tensor) in state)
        {
            json.WriteStartObject(name);
            json.WriteString("dtype", TypeName(tensor.Values));
            WriteNumbers("shape", tensor.Shape);
            WriteNumbers("data_offsets", [offset, offset += Buffer.ByteLength(tensor.Values)]);
            json.WriteEndObject();
        }
        json.WriteEndObject();

        void WriteNumbers(string name, IReadOnlyList<long> numbers)
        {
            json.WriteStartArray(name);
            foreach (var number in numbers) json.WriteNumberValue(number);
            json.WriteEndArray();
        }
    }

    private static SavedState ReadTensors(JsonElement header, FileStream stream)
    {
        var (state, start) = (new SavedState(), stream.Position);
        foreach (var entry in header.EnumerateObject().Where(entry => entry.Name != Metadata))
        {
            long[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
            var count = shape.Aggregate(1L, (product, size) => checked(product * size));
            var type = TypeOf[entry.Value.GetProperty("dtype").GetString()!];
            var offsets = entry.Value.GetProperty("data_offsets");
            var (first, last) = (offsets[0].GetInt64(), offsets[1].GetInt64());
            if (count < 0 || first < 0 || first > last || last > stream.Length - start || count > last - first) throw new EndOfStreamException();
            var values = Array.CreateInstance(type, count);
            if (Buffer.ByteLength(values) != last - first) throw new FormatException($"'{entry.Name}' has another size than its shape.");
            stream.Position = start + first;
            stream.ReadExactly(Bytes(values));
            state.Add(entry.Name, new SavedTensor(values, shape));
        }
        return state;
    }

    private static Dictionary<string, string> ReadTexts(JsonElement header) => header.TryGetProperty(Metadata, out var texts)
        ? texts.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!)
        : [];
}
