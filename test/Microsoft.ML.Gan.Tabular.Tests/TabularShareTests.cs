namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>Rows in asked shares of categories.</summary>
[TestClass]
public sealed class TabularShareTests
{
    private const int Rows = 1_000;

    private static readonly TabularGanTransformer Gan = TestTables.Train(TestTables.Groups(600), TestTables.Quick(20));

    [ClassCleanup]
    public static void Dispose() => Gan.Dispose();

    [TestMethod]
    public void Sample_SharesOfTwoColumns_AreMetByEachAndAtOnce()
    {
        var rows = Sample(Rows, ("Group", "a", 0.25), ("Group", "b", 0.75), ("Colour", "red", 0.9), ("Colour", "", 0.1));

        var (groups, colours) = (rows.Texts("Group"), rows.Texts("Colour"));
        Assert.AreEqual(0.75, Share(groups, "b"), 0.005);
        Assert.AreEqual(0.1, Share(colours, ""), 0.005);
        Assert.AreEqual(0.075, groups.Zip(colours).Count(row => row is ("b", "")) / (double)Rows, 0.01);
        Assert.AreEqual(0.75, Share(groups[100..200], "b"), 0.03, "Any stretch has the shares.");
    }

    [TestMethod]
    public void Sample_SharesBelowOne_SpreadTheRestAsTheTableDoes()
    {
        var table = TestTables.Groups(600).Texts("Colour");
        var colours = Sample(Rows, ("Colour", "red", 0.8)).Texts("Colour");

        Assert.AreEqual(0.8, Share(colours, "red"), 0.005);
        foreach (var other in new[] { "green", "blue", "" })
            Assert.AreEqual(0.2 * Share(table, other) / (1 - Share(table, "red")), Share(colours, other), 0.01, other);
    }

    [TestMethod]
    public void Sample_Shares_MakeRowsOfTheSeedAndTheNumberAlone()
    {
        (string, string, double)[] shares = [("Group", "a", 0.5), ("Group", "b", 0.5)];

        var (few, more, other) = (Sample(50, shares), Sample(80, [.. shares.Reverse()]), Sample(50, shares, seed: 4));

        foreach (var name in new[] { "Group", "Number" }) CollectionAssert.AreEqual(few.Texts(name), more.Texts(name)[..50]);
        CollectionAssert.AreNotEqual(few.Texts("Group"), other.Texts("Group"));
    }

    [TestMethod]
    public void Sample_SharesThatAreNone_ListsAllFaults()
    {
        var fault = Assert.ThrowsExactly<ArgumentException>(
            () => Sample(5, ("Group", "a", 1.5), ("Group", "c", 0.1), ("Number", "*", 1), ("Nothing", "x", 1)));

        Assert.Contains("The share of 'a' in column 'Group' must be from 0 to 1, but was 1.5.", fault.Message);
        Assert.Contains("The value given for column 'Group' must be one of 'a', 'b'", fault.Message);
        Assert.Contains("A given column must be one of 'Group', 'Number', 'Size', 'Age', 'Colour', but was 'Nothing'", fault.Message);
        Assert.Contains("must be at most 1 together, but are 1.2.", Fault(("Group", "a", 0.6), ("Group", "b", 0.6)));
        Assert.Contains("must be 1 together, as no other category is left, but are 0.9.", Fault(("Group", "a", 0.6), ("Group", "b", 0.3)));
        Assert.Contains("Shares must be of a column of categories, but 'Size' has numbers.", Fault(("Size", "", 0.3)));
        Assert.Contains("must be of its categories or of '' (missing), but one was of '*'.", Fault(("Size", "*", 0.3)));
    }

    private static string Fault(params (string, string, double)[] shares) => Assert.ThrowsExactly<ArgumentException>(() => Sample(5, shares)).Message;

    private static IDataView Sample(int rows, params (string Column, string Category, double Share)[] shares) => Sample(rows, shares, seed: 3);

    private static IDataView Sample(int rows, (string Column, string Category, double Share)[] shares, int seed) => Gan.Generator.Sample(
        rows, shares.GroupBy(share => share.Column).ToDictionary(
            group => group.Key,
            group => (IReadOnlyDictionary<string, double>)group.ToDictionary(share => share.Category, share => share.Share)), seed);

    private static double Share(string[] cells, string category) => cells.Count(cell => cell == category) / (double)cells.Length;
}
