using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Gan.Onnx;

namespace Gan.AspNetCore;

/// <summary>What is known of a loaded model, found out once.</summary>
internal sealed class ModelFacts
{
    private const int VersionLength = 16;               // hexadecimal digits: 64 bits
    private static readonly ConditionalWeakTable<OnnxModel, ModelFacts> Known = [];

    private ModelFacts(OnnxModel model)
    {
        File = model.File;
        Version = Convert.ToHexStringLower(SHA256.HashData(File))[..VersionLength];
        Description = JsonSerializer.Deserialize<ModelDescription>(model.Metadata[GanManifest.MetadataKey], JsonSerializerOptions.Web)! with
        {
            Version = Version,
        };
    }

    /// <value>The bytes of the file.</value>
    public byte[] File { get; }

    /// <value>Of the file's bytes: another file has another one.</value>
    public string Version { get; }

    /// <value>The file's manifest.</value>
    public ModelDescription Description { get; }

    public static ModelFacts Of(OnnxModel model) => Known.GetValue(model, static model => new ModelFacts(model));
}
