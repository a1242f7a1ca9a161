using System.Text.RegularExpressions;
using Gan.Testing;

namespace Microsoft.ML.Gan.Tests.Architecture;

/// <summary>A C# file of the libraries: its code without comments and texts, and the types that it declares.</summary>
internal sealed partial record SourceFile(string Path, string Code)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string Namespace => NamespaceLine().Match(Code).Groups["name"].Value;

    /// <value>The namespaces whose types need no prefix: its own, those around it, then those that it imports.</value>
    public List<string> Namespaces
    {
        get
        {
            var parts = Namespace.Split('.');
            return [
                .. Enumerable.Range(0, parts.Length).Select(left => string.Join('.', parts[..^left])), .. Using().Matches(Code).Select(
                    match => match.Groups["name"].Value)];
        }
    }

    /// <value>The types that it declares, without those inside of others.</value>
    public IEnumerable<string> TopLevelTypes => TopLevelDeclaration().Matches(Code).Select(match => match.Groups["name"].Value);

    public IEnumerable<string> DeclaredTypes => Declaration().Matches(Code).Select(match => match.Groups["name"].Value);

    /// <summary>The files under src, or under one folder of it; none if that folder does not exist.</summary>
    public static IReadOnlyList<SourceFile> Under(params ReadOnlySpan<string> parts)
    {
        var folder = System.IO.Path.Combine([Repository.PathOf("src"), .. parts]);
        if (!Directory.Exists(folder)) return [];
        return [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(IsWritten).Select(Read)];
    }

    /// <summary>Those of the words that the code uses.</summary>
    public IEnumerable<string> Uses(IEnumerable<string> words) => words.Where(word => Regex.IsMatch(Code, $@"\b{word}\b"));

    private static bool IsWritten(string path) =>
        !path.Split(System.IO.Path.DirectorySeparatorChar, System.IO.Path.AltDirectorySeparatorChar).Any(part => part is "bin" or "obj");

    private static SourceFile Read(string path) =>
        new(System.IO.Path.GetRelativePath(Repository.Root, path), NotCode().Replace(File.ReadAllText(path), ""));

    [GeneratedRegex(""""
        """[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|'"'|//.*|/\*[\s\S]*?\*/
        """")]
    private static partial Regex NotCode();

    [GeneratedRegex(@"\b(class|struct|interface|enum|record(?: struct| class)?|delegate \S+) (?<name>\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^(?:\w+ )*?(?:class|struct|interface|enum|record(?: struct| class)?|delegate \S+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelDeclaration();
}
