namespace Gan.Onnx.Tests.Tabular;

/// <summary>Texts that a table's cells may hold.</summary>
[TestClass]
public sealed class TextCellTests
{
    private static readonly string[] Texts = ["a\0b", "\0", "\uFFFE\uFFFF\uFFFD", "\U0001F3B2", " ", "\r\n", "\u202E\u0007\u001B[31m"];

    [TestMethod]
    public void Texts_OfAnyWholeCharacters_ComeBackAsTheyWere()
    {
        using var generator = TableGraphs.Load(new TableGraph(1).Texts("Job", false, Texts));

        CollectionAssert.AreEquivalent(Texts, generator.Sample(500).Column("Job").Distinct().ToArray());
        foreach (var text in Texts)
            CollectionAssert.AreEqual(new[] { text }, generator.Sample(1, where: new Dictionary<string, string> { ["Job"] = text }).Column("Job"));
    }
}
