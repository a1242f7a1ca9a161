namespace Microsoft.ML.Gan.Tests.Documents;

/// <summary>That the checks of documents see what they check.</summary>
[TestClass]
public sealed class MarkdownFileTests
{
    private static readonly MarkdownFile Sample = new("sample.md", """
        # A title, with a comma

        One sentence, as Liu et al. (2023)
        write. Another with `Some.Code` and a [link of words](other.md#part)!

        | a cell. | `Cell.Code` |
        - an item

        ```csharp
        var x = 1. + 2;
        ```
        """);

    [TestMethod]
    public void Sentences_OfParagraphsCellsAndItems_AreToldApart()
    {
        var sentences = Sample.Sentences.Where(sentence => sentence.WordCount > 0)
            .Select(sentence => $"{sentence.Line} {sentence.WordCount} {sentence.Text}").ToList();

        CollectionAssert.AreEqual(
            new[]
            {
                "1 5 # A title, with a comma", "3 8 One sentence, as Liu et al. (2023)\nwrite.", "4 8 Another with code and a link of words!",
                "6 2 a cell.", "6 1 code", "7 2 - an item",
            },
            sentences);
    }

    [TestMethod]
    public void Parts_OfADocument_HaveTheirLines()
    {
        Assert.AreEqual("4 Some.Code, 6 Cell.Code", string.Join(", ", Sample.CodeSpans.Select(span => $"{span.Line} {span.Text}")));
        Assert.AreEqual("4 other.md#part", string.Join(", ", Sample.Links.Select(link => $"{link.Line} {link.Text}")));
        Assert.AreEqual("10 var x = 1. + 2;", string.Join(", ", Sample.CSharpBlocks.Select(block => $"{block.Line} {block.Code}")));
        Assert.AreEqual("a-title-with-a-comma", string.Join(", ", Sample.Anchors));
    }

    [TestMethod]
    [DataRow("docs/benchmarks.md#tables", true)]
    [DataRow("docs/images", true)]
    [DataRow("https://example.org/", true)]
    [DataRow("docs/benchmarks.md#nothing", false)]
    [DataRow("docs/nothing.md", false)]
    [DataRow("#nothing", false)]
    public void Links_FromTheReadme_LeadSomewhereOrNowhere(string link, bool leads) => Assert.AreEqual(leads, MarkdownFile.All[0].Reaches(link));

    [TestMethod]
    [DataRow("GanLosses.Hinge", "")]
    [DataRow("GanLosses.Hing", "GanLosses.Hing")]
    [DataRow("Options.MaxRounds", "")]
    [DataRow("TabularGanTrainer.Options.Progress.Report", "")]
    [DataRow("Regularizer = GanRegularizers.Every(8, GanRegularizers.R3(10))", "GanRegularizers.R3")]
    [DataRow("Microsoft.ML.Gan.GanLosses", "")]
    [DataRow("Microsoft.ML.Gan", "")]
    [DataRow("Microsoft.ML.OnnxRuntime.Gpu", "")]
    [DataRow("Losses/GanLossesTests.Nothing", "GanLossesTests.Nothing")]
    [DataRow("TorchSharp.torch", "")]
    [DataRow("TimeSpan.TicksPerDay", "")]
    [DataRow("gan.Nothing.There", "")]
    [DataRow("AdversarialTraining.cs", "")]
    public void Names_InCode_AreFoundOrMissing(string code, string missing) =>
        Assert.AreEqual(missing, string.Join(", ", new DocumentNames().Missing(code)));

    [TestMethod]
    public void Names_WithoutAType_AreOfTheTypeBefore()
    {
        var names = new DocumentNames();

        Assert.IsEmpty(names.Missing("GanTrainingReport.Value"));
        Assert.IsEmpty(names.Missing(".ValueGap"));
        Assert.AreEqual("GanTrainingReport.Gap", names.Missing(".Gap").Single());
    }

    [TestMethod]
    public void Errors_OfPieces_AreAtTheirLines()
    {
        var file = new MarkdownFile("sample.md", "```csharp\nvar gan = data;\n```\n\n```csharp\nvar rows = gan;\nvar gan2 = nothing;\n```\n");

        Assert.AreEqual("sample.md:7: The name 'nothing' does not exist in the current context", DocumentCompiler.Errors(file).Single());
    }
}
