using Gan.Tool.Data.Csv;

namespace Gan.Tool.Data.Sources;

/// <summary>A column that can be read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What its database calls its type.</param>
/// <param name="Stored">What it is; null if it can't be learnt.</param>
internal sealed record SourceColumn(string Name, string Type, StoredColumn? Stored);
