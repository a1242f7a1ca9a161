using System.Text.Json;

namespace Gan.Tool.Data.Csv;

/// <summary>How a file writes a table, so that other rows can be written alike.</summary>
/// <param name="Dialect">Its cells and lines.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record TableStyle(CsvDialect Dialect, IReadOnlyList<ColumnStyle> Columns)
{
    /// <summary>The key under which a generator's file keeps it.</summary>
    public const string MetadataKey = "gan.tool.csv";

    private static readonly JsonSerializerOptions Json = new()
    {
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <value>That of a file of which nothing is known.</value>
    public static TableStyle Plain { get; } = new(new CsvDialect(), []);

    /// <summary>The style that a generator's file keeps; the plain one if it keeps none.</summary>
    /// <exception cref="InvalidDataException">It can't be read.</exception>
    public static TableStyle FromMetadata(IReadOnlyDictionary<string, string> metadata)
    {
        if (!metadata.TryGetValue(MetadataKey, out var text)) return Plain;
        try
        {
            return JsonSerializer.Deserialize<TableStyle>(text, Json) is { Dialect: not null, Columns: not null } style
                ? style
                : throw new JsonException("It is null.");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or ArgumentException)
        {
            throw new InvalidDataException($"The model file must say readably how its table is written, but does not: {fault.Message}");
        }
    }

    public IReadOnlyDictionary<string, string> ToMetadata() =>
        new Dictionary<string, string> { [MetadataKey] = JsonSerializer.Serialize(this, Json) };

    /// <summary>The style with another's for columns that it does not have.</summary>
    public TableStyle With(TableStyle other) => this with { Columns = [.. Columns, .. other.Columns.Where(column => Of(column.Name) is null)] };

    public ColumnStyle? Of(string name) => Columns.FirstOrDefault(column => column.Name == name);
}
