using System.Text.Json;
using Gan.Onnx.Graph.Protos;
using Google.Protobuf;

namespace Gan.Onnx;

/// <summary>Opens model files: whole ONNX files with a manifest that this library can read.</summary>
internal static class ModelFile
{
    private const byte FirstByte = 0x08;                // the tag of ir_version, which writers put first
    private const string Producer = "Microsoft.ML.Gan";

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static byte[] Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return File.Exists(path)
            ? File.ReadAllBytes(path)
            : throw new FileNotFoundException($"The model file must exist, but '{path}' was not found.", path);
    }

    /// <summary>The bytes of what is left of a stream.</summary>
    public static byte[] Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The graph and the manifest of a file.</summary>
    /// <exception cref="InvalidDataException">The file is empty, cut short, not ONNX, not of a GAN, or of a newer format.</exception>
    public static (GraphProto Graph, GanManifest Manifest) Parse(byte[] file, string expectedKind)
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
        return (model.Graph, ParseManifest(text, expectedKind));
    }

    private static ModelProto ParseOnnx(byte[] file)
    {
        try
        {
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

    private static GanManifest ParseManifest(string text, string expectedKind)
    {
        GanManifest manifest;
        try
        {
            using var json = JsonDocument.Parse(text);
            var version = json.RootElement.GetProperty("formatVersion").GetInt32();
            if (version is < 1 or > GanManifest.CurrentFormatVersion)
            {
                throw new InvalidDataException(
                    $"The model file's format version must be from 1 to {GanManifest.CurrentFormatVersion}, but was {version}. " +
                    "Update Gan.Onnx to read files of newer versions.");
            }
            var kind = json.RootElement.GetProperty("kind").GetString();
            if (kind != expectedKind)
                throw new InvalidDataException($"The model file must be of a {Words(expectedKind)}, but is of a {Words(kind)}.");
            manifest = json.Deserialize(ManifestJson.Default.GanManifest)!;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The model file's GAN manifest must be readable, but is damaged: {fault.Message}", fault);
        }
        return manifest;
    }

    private static string? Words(string? kind) => kind?.Replace('-', ' ');

    private static InvalidDataException CutShort() =>
        new("The model file must be whole, but is cut short or damaged. Copy or download it again.");
}
