using System.Text.RegularExpressions;

namespace Microsoft.ML.Gan.Tests.Architecture;

/// <summary>
/// Which rooms of the house use which, read from the sources: types by their names and the namespaces in sight, and extension methods.
/// </summary>
/// <remarks>A room is a folder with a row of its own in CONTRIBUTING's table; its sub-folders without a row belong to it.</remarks>
internal sealed partial class RoomUses
{
    private readonly IReadOnlyList<string> _rooms;
    private readonly ILookup<string, (string Namespace, SourceFile File)> _types;
    private readonly ILookup<string, (string Namespace, SourceFile File)> _extensions;

    /// <param name="rooms">Their paths, such as "src/Gan.Onnx/Graph".</param>
    /// <param name="files">The sources.</param>
    public RoomUses(IReadOnlyList<string> rooms, IReadOnlyList<SourceFile> files)
    {
        _rooms = rooms;
        _types = Declared(files, file => file.TopLevelTypes);
        _extensions = Declared(files, file => Extension().Matches(file.Code).Select(match => match.Groups["name"].Value));
        Between = [.. files.SelectMany(Uses).Distinct().OrderBy(use => use.ToString(), StringComparer.Ordinal)];
    }

    /// <value>One use of a room by another, for each file and name.</value>
    public IReadOnlyList<RoomUse> Between { get; }

    /// <summary>The innermost room that a file stands in; null for none.</summary>
    public string? RoomOf(SourceFile file) =>
        _rooms.Where(room => file.Path.Replace('\\', '/').StartsWith(room + "/", StringComparison.Ordinal)).MaxBy(room => room.Length);

    /// <summary>Rooms that use each other, directly or by others: a path that ends where it began; null if there is none.</summary>
    public IReadOnlyList<string>? Circle()
    {
        var next = Between.ToLookup(use => use.From, use => use.To);
        var done = new HashSet<string>();
        return _rooms.Select(room => From(room, [])).FirstOrDefault(circle => circle is not null);

        IReadOnlyList<string>? From(string room, IReadOnlyList<string> path)
        {
            if (path.Contains(room)) return [.. path.SkipWhile(other => other != room), room];
            if (!done.Add(room)) return null;
            return next[room].Distinct().Select(other => From(other, [.. path, room])).FirstOrDefault(circle => circle is not null);
        }
    }

    private static ILookup<string, (string Namespace, SourceFile File)> Declared(
        IEnumerable<SourceFile> files, Func<SourceFile, IEnumerable<string>> names) =>
        files.SelectMany(file => names(file).Distinct().Select(name => (name, file)))
            .ToLookup(pair => pair.name, pair => (pair.file.Namespace, pair.file));

    private IEnumerable<RoomUse> Uses(SourceFile file)
    {
        var inSight = file.Namespaces;
        var used = Word().Matches(file.Code)
            .Select(match => match.Value).Distinct().SelectMany(name => Nearest(_types[name], inSight).Select(other => (name, other)))
            .Concat(Call().Matches(file.Code).Select(match => match.Groups["name"].Value).Distinct()
                .SelectMany(name => _extensions[name].Where(other => inSight.Contains(other.Namespace)).Select(other => ($".{name}", other.File))));
        return used.Where(use => RoomOf(use.Item2) != RoomOf(file))
            .Select(use => new RoomUse(RoomOf(file)!, RoomOf(use.Item2)!, $"{file.Name} uses {use.Item1}"));
    }

    /// <summary>What a name means: a type of the file's own namespace or the nearest around it, else of those that it imports.</summary>
    private static IEnumerable<SourceFile> Nearest(IEnumerable<(string Namespace, SourceFile File)> candidates, List<string> inSight)
    {
        var visible = candidates.Where(candidate => inSight.Contains(candidate.Namespace)).GroupBy(candidate => candidate.Namespace).ToList();
        return visible.MinBy(group => inSight.IndexOf(group.Key))?.Select(candidate => candidate.File) ?? [];
    }

    [GeneratedRegex(@"\b[A-Z]\w*\b(?!\s*=[^=>])")]                         // what is assigned to is no type
    private static partial Regex Word();

    [GeneratedRegex(@"\.(?<name>\w+)(?:<[^<>()]*>)?\(")]
    private static partial Regex Call();

    [GeneratedRegex(@"static\s+[^=;{}]+?\s(?<name>\w+)(?:<\w+>)?\(\s*this\s")]
    private static partial Regex Extension();
}

/// <summary>A use of one room by another.</summary>
/// <param name="From">The room that uses.</param>
/// <param name="To">The room that is used.</param>
/// <param name="Where">The file, and the name that it uses.</param>
internal sealed record RoomUse(string From, string To, string Where);
