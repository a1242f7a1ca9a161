using Gan.Onnx;

namespace Gan.AspNetCore;

/// <summary>What <c>GET /model</c> says of a table's column.</summary>
internal sealed record ColumnDescription
{
    /// <value>The column's name in the training table.</value>
    public required string Name { get; init; }

    /// <value>The type of its cells.</value>
    public required string Type { get; init; }

    /// <value>"numeric", "integer", "categorical" or "date".</value>
    public required string Role { get; init; }

    /// <value>The output of the file that has its cells.</value>
    public required string Tensor { get; init; }

    /// <value>Whether cells can be missing.</value>
    public bool HasMissing { get; init; }

    /// <value>Its categories, in the order of their codes; empty for a column of quantiles.</value>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <value>The values behind the keys of a key column, when they are texts; else empty.</value>
    public IReadOnlyList<string> KeyValues { get; init; } = [];

    /// <value>The minutes from universal time that moments are written with; 0 for other types.</value>
    public int OffsetMinutes { get; init; }

    /// <value>The column's place in the input <c>Given</c>; null if it cannot be given.</value>
    public int? Given { get; init; }

    /// <value>The categories' shares of the training rows; empty where the file does not say them.</value>
    public IReadOnlyList<double> Shares { get; init; } = [];

    /// <value>The share of missing cells in the training rows; null where the file does not say it.</value>
    public double? MissingShare { get; init; }

    /// <value>A coarse histogram of the training rows' numbers; null where the file has none.</value>
    public TabularHistogram? Histogram { get; init; }
}
