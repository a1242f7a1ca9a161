namespace Gan.Tool.Data.Sources;

/// <summary>A table's name in a database.</summary>
/// <param name="Schema">The schema that it is in; null for the usual one.</param>
/// <param name="Name">Its own name.</param>
internal sealed record TableName(string? Schema, string Name)
{
    private const int MostShown = 10;

    /// <summary>A name such as customers, or sales.customers.</summary>
    public static TableName Parse(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? new(text[..dot], text[(dot + 1)..]) : new(null, text);

    public override string ToString() => Schema is null ? Name : $"{Schema}.{Name}";

    /// <summary>That there is no such table.</summary>
    /// <param name="place">Where it was looked for.</param>
    /// <param name="tables">The tables that there are.</param>
    public InvalidDataException Missing(string place, IReadOnlyList<TableName> tables)
    {
        var near = tables.Where(table => Distance(table.Name.ToUpperInvariant(), Name.ToUpperInvariant()) <= 1 + (Name.Length / 4)).ToList();
        return new($"The table must exist, but '{this}' is not in {place}. {(near.Count > 0 ? $"Near is {Quoted(near)}." : List(tables))}");
    }

    /// <summary>A sentence with the tables that there are.</summary>
    public static string List(IReadOnlyList<TableName> tables) => tables.Count == 0
        ? "It has no table that can be seen."
        : $"It has {Quoted(tables.Take(MostShown))}{(tables.Count > MostShown ? $" and {tables.Count - MostShown} more" : "")}.";

    private static string Quoted(IEnumerable<TableName> tables) => string.Join(", ", tables.Select(table => $"'{table}'"));

    /// <summary>How many letters are to be changed, put in or left out (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        int[] before = [.. Enumerable.Range(0, other.Length + 1)];
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], before[j]) + 1, before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            before = row;
        }
        return before[^1];
    }
}
