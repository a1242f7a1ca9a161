using Gan.Tool.Data.Csv;

namespace Gan.Tool.Tests.Data.Csv;

[TestClass]
public sealed class ColumnNamesTests
{
    private static readonly string[] Names = ["a", "b", "a,b", "x=y", "x", "last one"];

    [TestMethod]
    [DataRow("", "", "a|b|a,b|x=y|x|last one")]
    [DataRow("b,a", "", "b|a")]
    [DataRow("a,b", "", "a,b")]                                        // the longest name
    [DataRow("a,b,x=y", "", "a,b|x=y")]
    [DataRow("", "a,b,last one", "a|b|x=y|x")]
    [DataRow("a,x", "x", "a")]
    public void Choose_Lists_GivesTheColumnsInTheirOrder(string columns, string ignored, string expected) => Assert.AreEqual(
        expected, string.Join('|', ColumnNames.Choose(columns.Length > 0 ? [columns] : [], ignored.Length > 0 ? [ignored] : [], Names)));

    [TestMethod]
    [DataRow("c", "", "--columns must name columns of the table, but 'c' is none. The columns are: 'a', 'b', 'a,b', 'x=y', 'x', 'last one'.")]
    [DataRow("", "A", "--ignore must name columns of the table, but 'A' is none. The columns are: 'a', 'b', 'a,b', 'x=y', 'x', 'last one'.")]
    [DataRow("x", "x", "--ignore must leave columns, but leaves none.")]
    public void Choose_ListsThatDoNotFit_AreRefused(string columns, string ignored, string message) => Assert.AreEqual(
        message,
        Assert.ThrowsExactly<ArgumentException>(() => ColumnNames.Choose([columns], ignored.Length > 0 ? [ignored] : [], Names)).Message);

    [TestMethod]
    [DataRow("a=1", "a:1")]
    [DataRow("a=1,b=2", "a:1|b:2")]
    [DataRow("a,b=1,x=y=2", "a,b:1|x=y:2")]
    [DataRow("x=z", "x:z")]
    [DataRow("a=1, 2,b=c=d", "a:1, 2|b:c=d")]
    [DataRow("a=,b=*", "a:|b:*")]
    public void Pairs_NamesWithCommasAndEqualsSigns_AreTold(string text, string expected) =>
        Assert.AreEqual(expected, string.Join('|', ColumnNames.Pairs("--where", [text], Names).Select(pair => $"{pair.Key}:{pair.Value}")));
}
