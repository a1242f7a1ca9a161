using System.Text.RegularExpressions;
using Gan.Testing;

namespace Microsoft.ML.Gan.Tests.Documents;

/// <summary>A document of the repository: its blocks of code, what stands between backticks, and its sentences.</summary>
internal sealed partial class MarkdownFile
{
    private readonly List<MarkdownBlock> _blocks = [];
    private readonly List<MarkdownText> _prose = [];                  // paragraphs, headings, list items and cells of tables

    public MarkdownFile(string path, string text)
    {
        Path = path;
        var paragraph = new List<string>();
        MarkdownBlock? open = null;
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (isFence || open is not null || line.Trim().Length == 0 || StartsText().IsMatch(line)) EndParagraph(index);
            if (isFence) open = open is null ? new MarkdownBlock(index + 2, line.Trim().Trim('`'), []) : Close(open);
            else if (open is not null) open.Lines.Add(line);
            else if (line.StartsWith('|')) _prose.AddRange(line.Split('|').Select(cell => new MarkdownText(index + 1, cell)));
            else if (line.Trim().Length > 0) paragraph.Add(line);
        }
        EndParagraph(text.Split('\n').Length);

        MarkdownBlock? Close(MarkdownBlock block)
        {
            _blocks.Add(block);
            return null;
        }

        void EndParagraph(int end)
        {
            if (paragraph.Count > 0) _prose.Add(new MarkdownText(end - paragraph.Count + 1, string.Join('\n', paragraph)));
            paragraph.Clear();
        }
    }

    /// <value>README.md, CONTRIBUTING.md and what lies in docs.</value>
    public static IReadOnlyList<MarkdownFile> All { get; } =
    [
        .. new[] { Repository.PathOf("README.md"), Repository.PathOf("CONTRIBUTING.md") }
            .Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            .Select(path => new MarkdownFile(System.IO.Path.GetRelativePath(Repository.Root, path), File.ReadAllText(path))),
    ];

    public string Path { get; }

    public IEnumerable<MarkdownText> CodeSpans => _prose.SelectMany(text => text.CodeSpans);

    public IEnumerable<MarkdownText> Sentences => _prose.SelectMany(text => text.Sentences);

    public IEnumerable<MarkdownText> Links => _prose.SelectMany(text => text.Links);

    /// <value>The names by which a link reaches the headings.</value>
    public IEnumerable<string> Anchors => _prose.Where(text => text.Text.StartsWith('#')).Select(text =>
        NoPartOfAnchor().Replace(text.Text.TrimStart('#').Trim(), "").Replace(' ', '-').ToLowerInvariant());

    public IEnumerable<MarkdownBlock> CSharpBlocks => _blocks.Where(block => block.Language == "csharp");

    /// <summary>Whether a link leads to another site, or to a file and a heading that are there.</summary>
    public bool Reaches(string link)
    {
        if (link.Contains("://", StringComparison.Ordinal)) return true;
        var parts = link.Split('#');
        var target = parts[0].Length == 0 ? Path : System.IO.Path.GetRelativePath(Repository.Root, Repository.PathOf(Folder, parts[0]));
        if (parts.Length == 1) return System.IO.Path.Exists(Repository.PathOf(target));
        return All.Any(file => file.Path == target && file.Anchors.Contains(parts[1]));
    }

    private string Folder => System.IO.Path.GetDirectoryName(Path)!;

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoPartOfAnchor();

    // A heading, a quotation, a row of a table, an item of a list.
    [GeneratedRegex(@"^\s*(#|>|\||[-*] |\d+\. )")]
    private static partial Regex StartsText();
}
