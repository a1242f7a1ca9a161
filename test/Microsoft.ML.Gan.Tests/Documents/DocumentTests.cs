namespace Microsoft.ML.Gan.Tests.Documents;

/// <summary>What README.md, CONTRIBUTING.md and docs say holds for the code, and reads easily.</summary>
[TestClass]
public sealed class DocumentTests
{
    private const int MostWords = 35;

    [TestMethod]
    public void Documents_CodeSpans_NameTypesAndMembersThatExist() => AssertNone(MarkdownFile.All.SelectMany(file =>
    {
        var names = new DocumentNames();
        return file.CodeSpans.SelectMany(span => names.Missing(span.Text).Select(name => $"{file.Path}:{span.Line}: {name} does not exist."));
    }));

    [TestMethod]
    public void Documents_CSharpBlocks_Compile() => AssertNone(MarkdownFile.All.SelectMany(DocumentCompiler.Errors));

    [TestMethod]
    public void Documents_Sentences_AreShort() => AssertNone(MarkdownFile.All.SelectMany(file => file.Sentences
        .Where(sentence => sentence.WordCount > MostWords)
        .Select(sentence => $"{file.Path}:{sentence.Line}: {sentence.WordCount} words: {sentence.Text.ReplaceLineEndings(" ")}")));

    [TestMethod]
    public void Documents_Links_LeadToFilesAndHeadingsThatExist() => AssertNone(MarkdownFile.All.SelectMany(file => file.Links
        .Where(link => !file.Reaches(link.Text))
        .Select(link => $"{file.Path}:{link.Line}: nothing is at {link.Text}.")));

    private static void AssertNone(IEnumerable<string> faults)
    {
        var all = string.Join('\n', faults);
        if (all.Length > 0) Assert.Fail($"The documents must be right, but:\n{all}");
    }
}
