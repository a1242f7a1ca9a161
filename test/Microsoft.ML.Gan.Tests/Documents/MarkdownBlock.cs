namespace Microsoft.ML.Gan.Tests.Documents;

/// <summary>A block of code in a document.</summary>
/// <param name="Line">The number of its first line, from 1.</param>
/// <param name="Language">What stands behind the backticks.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record MarkdownBlock(int Line, string Language, List<string> Lines)
{
    public string Code => string.Join('\n', Lines);
}
