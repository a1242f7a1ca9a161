using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gan.Onnx;

/// <summary>What a model file says of itself: one JSON text in the ONNX file's <c>metadata_props</c>, under <see cref="MetadataKey"/>.</summary>
/// <remarks>Optional properties can be set, since generated deserialisers forget the initial values of those that can only be initialised.</remarks>
internal sealed record GanManifest
{
    public const string MetadataKey = "gan.manifest";
    public const string GeneratorKind = "generator";
    public const string DiscriminatorKind = "discriminator";
    public const string TabularGeneratorKind = "tabular-generator";

    /// <value>The version of what the file holds and means; the newest of its kind is <see cref="NewestFormat"/>.</value>
    public int FormatVersion { get; set; } = 1;

    public required string Kind { get; init; }

    /// <value>The length of a latent vector; 0 for a discriminator.</value>
    public int LatentSize { get; init; }

    public LatentPrior Prior { get; init; }

    /// <value>The shape of one sample, without the batch dimension; empty for a tabular generator.</value>
    public required IReadOnlyList<int> SampleShape { get; init; }

    /// <value>The names of the classes in the order of their key values 1, 2, ...; empty for an unconditional GAN.</value>
    public IReadOnlyList<string> ClassNames { get; set; } = [];

    /// <value>Each class's share of the training rows, in the order of <see cref="ClassNames"/>.</value>
    public IReadOnlyList<double> ClassFrequencies { get; set; } = [];

    /// <value>The names of the slots of a vector sample, when the training column had some; else empty.</value>
    public IReadOnlyList<string> SlotNames { get; set; } = [];

    /// <value>The columns of a tabular generator, in the training table's order; else empty.</value>
    public IReadOnlyList<TabularColumn> Columns { get; set; } = [];

    /// <value>The columns of the table that name its rows, beside <see cref="Columns"/>; null if there are none.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TabularIdentifier>? Identifiers { get; init; }

    /// <value>The rules that the rows of a table keep; null if there are none.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TabularRuleText>? Rules { get; init; }

    /// <value>Of the whole file, as <see cref="ModelChecksum"/> has it; null in a file of a version that made none.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(1)]
    public string? Checksum { get; init; }

    /// <summary>The newest version of a kind of files. Each kind has its own, so that all programs that know its form can read a file.</summary>
    public static int NewestFormat(string kind) => kind == TabularGeneratorKind ? 2 : 1;

    /// <summary>The manifest as the pair of a file's metadata.</summary>
    public IReadOnlyDictionary<string, string> ToMetadata() =>
        new Dictionary<string, string> { [MetadataKey] = JsonSerializer.Serialize(this, ManifestJson.Default.GanManifest) };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(GanManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
