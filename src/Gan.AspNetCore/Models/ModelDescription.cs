namespace Gan.AspNetCore;

/// <summary>What <c>GET /model</c> says: the file's own manifest, the name that it is served by, and the limits of requests.</summary>
internal sealed record ModelDescription
{
    /// <value>The name that the model is served by.</value>
    public string Name { get; init; } = "";

    /// <value>"generator" or "tabular-generator".</value>
    public required string Kind { get; init; }

    /// <value>The version of the file's format.</value>
    public int FormatVersion { get; init; }

    /// <value>Changes with the file; a part of the addresses that stay the same for ever.</value>
    public string Version { get; init; } = "";

    /// <value>The length of a latent vector.</value>
    public int LatentSize { get; init; }

    /// <value>"Normal" or "Uniform".</value>
    public string Prior { get; init; } = "";

    /// <value>The shape of one sample; empty for a table.</value>
    public IReadOnlyList<int> SampleShape { get; init; } = [];

    /// <value>The names of the classes; empty for a generator without any.</value>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <value>Each class's share of the training rows.</value>
    public IReadOnlyList<double> ClassFrequencies { get; init; } = [];

    /// <value>The names of a sample's values, where they have some.</value>
    public IReadOnlyList<string> SlotNames { get; init; } = [];

    /// <value>The columns of a table; else empty.</value>
    public IReadOnlyList<ColumnDescription> Columns { get; init; } = [];

    /// <value>The columns that name rows: rows of the service have them, the file makes none.</value>
    public IReadOnlyList<IdentifierDescription> Identifiers { get; init; } = [];

    /// <value>What requests must keep to.</value>
    public RequestLimits? Limits { get; init; }
}
