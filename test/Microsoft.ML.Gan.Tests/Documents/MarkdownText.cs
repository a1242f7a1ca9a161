using System.Text.RegularExpressions;

namespace Microsoft.ML.Gan.Tests.Documents;

/// <summary>Prose of a document.</summary>
/// <param name="Line">The number of its first line, from 1.</param>
/// <param name="Text">The text, which may go over several lines.</param>
internal sealed partial record MarkdownText(int Line, string Text)
{
    /// <value>What stands between backticks.</value>
    public IEnumerable<MarkdownText> CodeSpans =>
        CodeSpan().Matches(Text).Select(match => new MarkdownText(LineAt(Text, match.Index), match.Groups["code"].Value));

    /// <value>The sentences. Code and formulas are one word each, of a link its text counts.</value>
    public IEnumerable<MarkdownText> Sentences
    {
        get
        {
            var plain = Link().Replace(Formula().Replace(CodeSpan().Replace(Text, "code"), "formula"), match => match.Groups["text"].Value);
            var start = 0;
            foreach (Match end in SentenceEnd().Matches(plain))
            {
                yield return Part(start, end.Index + end.Length);
                start = end.Index + end.Length;
            }
            if (start < plain.Length) yield return Part(start, plain.Length);

            MarkdownText Part(int from, int to) => new(LineAt(plain, plain.Length - plain[from..].TrimStart().Length), plain[from..to].Trim());
        }
    }

    /// <value>Where its links lead to.</value>
    public IEnumerable<MarkdownText> Links =>
        Link().Matches(Text).Select(match => new MarkdownText(LineAt(Text, match.Index), match.Groups["target"].Value));

    /// <value>The number of words: what has a letter or a digit.</value>
    public int WordCount => Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    private int LineAt(string text, int index) => Line + text.AsSpan(0, index).Count('\n');

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\$[^$]+\$")]
    private static partial Regex Formula();

    [GeneratedRegex(@"!?\[(?<text>[^\]]*)\]\((?<target>[^)]*)\)")]
    private static partial Regex Link();

    // "et al." and "e.g." end no sentence.
    [GeneratedRegex(@"(?<!\b(al|e\.g|i\.e|vs))[.!?][)*""]*(?=\s|$)")]
    private static partial Regex SentenceEnd();
}
