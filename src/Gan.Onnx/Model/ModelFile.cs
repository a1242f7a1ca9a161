using System.Text.Json;
using Gan.Onnx.Graph;
using Gan.Onnx.Graph.Protos;
using Google.Protobuf;

namespace Gan.Onnx;

/// <summary>Opens and writes model files: whole ONNX files with a manifest that this library can read.</summary>
internal static class ModelFile
{
    private const byte FirstByte = 0x08;                // the tag of ir_version, which writers put first
    private const string Producer = "Microsoft.ML.Gan";

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file has more bytes than an ONNX file can have.</exception>
    public static byte[] Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path)) throw new FileNotFoundException($"The model file must exist, but '{path}' was not found.", path);
        var length = new FileInfo(path).Length;
        return length <= Array.MaxLength
            ? File.ReadAllBytes(path)
            : throw new InvalidDataException($"The model file must have at most {Array.MaxLength} bytes, but '{path}' has {length}.");
    }

    /// <summary>The bytes of what is left of a stream.</summary>
    public static byte[] Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The bytes of a file that holds a graph, its manifest, and a checksum over all of it.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="manifest">The manifest.</param>
    /// <param name="others">What the metadata holds beside; null for nothing.</param>
    public static byte[] Write(OnnxGraphBuilder graph, GanManifest manifest, IReadOnlyDictionary<string, string>? others = null)
    {
        var file = graph.ToModel(Metadata(manifest, others ?? new Dictionary<string, string>()));
        ModelChecksum.Seal(file);
        return file;
    }

    /// <summary>The bytes of a file that was changed, with what else its metadata held.</summary>
    /// <param name="model">The file.</param>
    /// <param name="manifest">Its new manifest.</param>
    public static byte[] Write(ModelProto model, GanManifest manifest)
    {
        var pairs = Metadata(manifest, model.MetadataProps.DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Value));
        model.MetadataProps.Clear();
        model.MetadataProps.AddRange(pairs.Select(pair => new StringStringEntryProto { Key = pair.Key, Value = pair.Value }));
        var file = model.ToByteArray();
        ModelChecksum.Seal(file);
        return file;
    }

    /// <summary>The parts and the manifest of a file.</summary>
    /// <exception cref="InvalidDataException">
    /// The file is empty, cut short, damaged, not ONNX, not of a GAN, or of a newer format; or it needs other files, or can run without end.
    /// </exception>
    public static (ModelProto Model, GanManifest Manifest) Parse(byte[] file, string expectedKind)
    {
        if (file.Length == 0) throw new InvalidDataException("The model file must be an ONNX file, but is empty.");
        var model = ParseOnnx(file);
        var text = model.MetadataProps.FirstOrDefault(pair => pair.Key == GanManifest.MetadataKey)?.Value;
        if (text is null && model.ProducerName == Producer) throw CutShort();
        if (text is null)
        {
            throw new InvalidDataException(
                $"The model file must have a GAN manifest ('{GanManifest.MetadataKey}' in its metadata), but has none. " +
                "Score other ONNX models with mlContext.Transforms.ApplyOnnxModel.");
        }
        var manifest = ManifestReader.Read(text, expectedKind);
        if (!ModelChecksum.Holds(file))
        {
            throw new InvalidDataException(
                "The model file must have the checksum of its manifest, but has another: it is damaged or was changed. Copy or download it again.");
        }
        if (ModelLimits.Problem(model) is { } problem) throw new InvalidDataException(problem);
        return (model, manifest);
    }

    private static Dictionary<string, string> Metadata(GanManifest manifest, IReadOnlyDictionary<string, string> others)
    {
        var pairs = new Dictionary<string, string>((manifest with { Checksum = ModelChecksum.Blank }).ToMetadata());
        foreach (var (key, text) in others) pairs.TryAdd(key, text);
        pairs[ModelChecksum.MetadataKey] = ModelChecksum.Algorithm;
        return pairs;
    }

    /// <summary>The kind that a file says it is of; null if it does not say. The rest of the file is not looked at.</summary>
    public static string? KindOf(byte[] file)
    {
        try
        {
            if (OnnxMetadata.Locate(file, GanManifest.MetadataKey) is not { } manifest) return null;
            using var json = JsonDocument.Parse(file.AsMemory(manifest.Value));
            return json.RootElement.GetProperty("kind").GetString();
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ModelProto ParseOnnx(byte[] file)
    {
        try
        {
            if (ModelLimits.Problem(file) is { } problem) throw new InvalidDataException(problem);
            var model = ModelProto.Parser.ParseFrom(file);
            if (model.Graph is not null) return model;
        }
        catch (InvalidProtocolBufferException) when (file[0] == FirstByte)
        {
            throw CutShort();
        }
        catch (InvalidProtocolBufferException)
        {
        }
        throw file[0] == FirstByte ? CutShort() : new InvalidDataException("The model file must be an ONNX file, but is something else.");
    }

    private static InvalidDataException CutShort() =>
        new("The model file must be whole, but is cut short or damaged. Copy or download it again.");
}
