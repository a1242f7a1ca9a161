using System.Text.Json.Serialization;

namespace Gan.Tool.Data.Csv;

/// <summary>What a database or a typed file says of a column.</summary>
/// <param name="Kind">What its cells are.</param>
internal sealed record StoredColumn([property: JsonConverter(typeof(JsonStringEnumConverter<CellKind>))] CellKind Kind)
{
    /// <value>The most characters of a text; null for any number.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Length { get; init; }

    /// <value>The digits of a decimal number; null for as many as there can be.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Precision { get; init; }

    /// <value>How many of them are decimals.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Scale { get; init; }

    /// <value>Whether cells may be missing. Default true.</value>
    public bool IsNullable { get; init; } = true;

    /// <value>Whether it alone is the table's primary key. Default false.</value>
    public bool IsKey { get; init; }
}
