using System.Text.RegularExpressions;
using Gan.Testing;

namespace Gan.EndToEnd.Tests.Build;

/// <summary>
/// A copy of the libraries' sources in a temporary folder, where the build script can run while the tests run from the
/// original's output. Its solution holds the libraries alone, and its version is one that no package cache knows.
/// </summary>
internal sealed partial class SourceCopy : IDisposable
{
    private static readonly HashSet<string> LeftOut = [".git", ".vs", "artifacts", "bin", "docs", "Gan.Tool", "obj", "test", "TestResults"];

    private readonly string[] _projects;
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("gan-");

    /// <param name="projects">The names of the libraries in its solution; all of them if none is named.</param>
    public SourceCopy(params string[] projects)
    {
        _projects = projects;
        Root = Path.Combine(_temporary.FullName, "source");
        Copy(Repository.Root, Root);
        Edit("Gan.sln", LibrariesOnly);
        Edit("Directory.Build.props", text => VersionElement().Replace(text, $"<Version>{Version}</Version>"));
    }

    public string Root { get; }

    public string Version { get; } = $"0.0.1-test.g{Guid.NewGuid():N}";

    public string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>Makes a new folder outside the copied tree, and so out of reach of its Directory.Build files.</summary>
    public string FolderBeside(string name) => _temporary.CreateSubdirectory(name).FullName;

    public void Dispose() => _temporary.Delete(recursive: true);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from))
            if (!LeftOut.Contains(Path.GetFileName(folder))) Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    private void Edit(string file, Func<string, string> edit) => File.WriteAllText(PathOf(file), edit(File.ReadAllText(PathOf(file))));

    private string LibrariesOnly(string solution)
    {
        var others = Project().Matches(solution).Where(project => !IsCopied(project)).ToList();
        var text = others.Aggregate(solution, (rest, project) => rest.Replace(project.Value, "", StringComparison.Ordinal));
        return string.Join('\n', text.Split('\n').Where(line => !others.Exists(project => line.Contains(project.Groups["id"].Value))));
    }

    private bool IsCopied(Match project)
    {
        var path = PathOf(project.Groups["path"].Value.Split('\\'));
        return File.Exists(path) && (_projects.Length == 0 || _projects.Contains(Path.GetFileNameWithoutExtension(path)));
    }

    [GeneratedRegex(@"<Version>.*?</Version>")]
    private static partial Regex VersionElement();

    [GeneratedRegex("""Project\([^)]*\) = "[^"]*", "(?<path>[^"]*\.csproj)", "(?<id>\{[^"]*\})"\s*EndProject\s*""")]
    private static partial Regex Project();
}
