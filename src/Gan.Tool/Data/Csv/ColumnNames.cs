namespace Gan.Tool.Data.Csv;

/// <summary>Names of columns in a file's header and on the command line, where they may have commas and equals signs in them.</summary>
internal static class ColumnNames
{
    /// <summary>What columns are called: as in the header, without blanks around; Column2 for the second if it has no name.</summary>
    /// <exception cref="InvalidDataException">Two columns have one name.</exception>
    public static IReadOnlyList<string> OfHeaders(IReadOnlyList<string> headers, string table)
    {
        string[] trimmed = [.. headers.Select(header => header.Trim())];
        string[] names = [.. trimmed.Select((name, place) => name.Length > 0 ? name : Nameless(place + 1, trimmed))];
        return names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new InvalidDataException($"The columns of '{table}' must have different names, but {twice.Count()} are called '{twice.Key}'.")
            : names;
    }

    /// <summary>The columns that are to be read.</summary>
    /// <param name="columns">Names, parted by commas; nothing for all.</param>
    /// <param name="ignored">Names that are left out, likewise.</param>
    /// <param name="names">All names.</param>
    /// <exception cref="ArgumentException">A name is none of a column, or no column is left.</exception>
    public static IReadOnlyList<string> Choose(IEnumerable<string> columns, IEnumerable<string> ignored, IReadOnlyList<string> names)
    {
        var chosen = columns.SelectMany(list => Split("--columns", list, names)).Distinct().ToList();
        var leftOut = ignored.SelectMany(list => Split("--ignore", list, names)).ToHashSet();
        string[] left = [.. (chosen.Count > 0 ? chosen : names).Where(name => !leftOut.Contains(name))];
        return left.Length > 0 ? left : throw new ArgumentException("--ignore must leave columns, but leaves none.");
    }

    /// <summary>Values by column, from texts such as a=1,b=2.</summary>
    /// <param name="option">What messages call them.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="names">All columns; a comma that none of them follows belongs to the value.</param>
    /// <param name="comparisons">Signs that may stand in place of =, and belong to the value: with &lt; and &gt;, a&gt;=1 is a=&gt;=1.</param>
    /// <exception cref="ArgumentException">A text is no column=value, a column is none of the names, or is given twice.</exception>
    public static IReadOnlyDictionary<string, string> Pairs(
        string option, IEnumerable<string> texts, IReadOnlyList<string> names, params char[] comparisons)
    {
        char[] ends = ['=', .. comparisons];
        var pairs = new Dictionary<string, string>();
        foreach (var text in texts)
        {
            for (var rest = text; rest.Length > 0;)
            {
                var name = NameAt(rest, names, ends);
                if (name is null && rest.IndexOfAny(ends) <= 0) throw new ArgumentException($"{option} must be column=value, but was '{rest}'.");
                if (name is null) throw Unknown(option, rest[..rest.IndexOfAny(ends)], names);
                var value = rest[(name.Length + (rest[name.Length] == '=' ? 1 : 0))..];
                var end = Enumerable.Range(0, value.Length)
                    .FirstOrDefault(place => value[place] == ',' && NameAt(value[(place + 1)..], names, ends) is not null, value.Length);
                if (!pairs.TryAdd(name, value[..end])) throw new ArgumentException($"{option} must give a column once, but gives '{name}' twice.");
                rest = end < value.Length ? value[(end + 1)..] : "";
            }
        }
        return pairs;
    }

    /// <summary>That a name is none of a column.</summary>
    public static ArgumentException Unknown(string option, string name, IEnumerable<string> names) => new(
        $"{option} must name columns of the table, but '{name}' is none. The columns are: {string.Join(", ", names.Select(one => $"'{one}'"))}.");

    private static IEnumerable<string> Split(string option, string list, IReadOnlyList<string> names)
    {
        for (var rest = list; rest.Length > 0;)
        {
            var name = NameAt(rest + ",", names, ',') ?? throw Unknown(option, rest.Split(',')[0], names);
            yield return name;
            rest = rest.Length > name.Length ? rest[(name.Length + 1)..] : "";
        }
    }

    /// <summary>The longest name that a text begins with and that an end follows.</summary>
    private static string? NameAt(string text, IReadOnlyList<string> names, params char[] ends) =>
        names.Where(name => text.Length > name.Length && text.StartsWith(name, StringComparison.Ordinal) && ends.Contains(text[name.Length]))
            .MaxBy(name => name.Length);

    private static string Nameless(int number, IReadOnlyCollection<string> others)
    {
        var name = $"Column{number}";
        while (others.Contains(name)) name += "_";
        return name;
    }
}
