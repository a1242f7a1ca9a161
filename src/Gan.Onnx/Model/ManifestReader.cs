using System.Text.Json;

namespace Gan.Onnx;

/// <summary>Reads what a model file says of itself, as far as it can be checked without the graph.</summary>
internal static class ManifestReader
{
    /// <exception cref="InvalidDataException">The text is no manifest, is of another kind, or of a newer format.</exception>
    public static GanManifest Read(string text, string expectedKind)
    {
        GanManifest manifest;
        try
        {
            using var json = JsonDocument.Parse(text);
            var version = json.RootElement.GetProperty("formatVersion").GetInt32();
            var kind = json.RootElement.GetProperty("kind").GetString();
            if (kind != expectedKind)
                throw new InvalidDataException($"The model file must be of a {Words(expectedKind)}, but is of a {Words(kind)}.");
            var newest = GanManifest.NewestFormat(expectedKind);
            if (version < 1 || version > newest)
            {
                throw new InvalidDataException(
                    $"The model file's format version must be {(newest == 1 ? "1" : $"from 1 to {newest}")}, but was {version}. " +
                    "Update Gan.Onnx to read files of newer versions.");
            }
            manifest = json.Deserialize(ManifestJson.Default.GanManifest)!;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The model file's GAN manifest must be readable, but is damaged: {fault.Message}", fault);
        }
        return manifest;
    }

    private static string? Words(string? kind) => kind?.Replace('-', ' ');
}
