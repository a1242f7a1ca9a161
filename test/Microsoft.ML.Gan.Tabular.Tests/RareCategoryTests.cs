namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>What comes out of a table with categories of few rows, and what its user is told.</summary>
[TestClass]
public sealed class RareCategoryTests
{
    [TestMethod]
    public void Fit_CategoriesOfFewRows_DoNotComeOutAndAreReported()
    {
        var log = new WarningLog();

        using var gan = log.MLContext.Gan().TrainTabular(Table(), Quick(5));

        CollectionAssert.AreEquivalent(new[] { "common", "usual" }, gan.Generator.Sample(500).Texts("Kind").Distinct().ToArray());
        Assert.IsEmpty(log.Warnings);
        StringAssert.Contains(string.Join('\n', log.Lines), "rare categories: 2 of 'Kind' in 2.00 % of the rows");
        StringAssert.Contains(gan.Generator.Metadata["gan.manifest"], "\"rareCategories\":2,\"rareShare\":0.02");
    }

    [TestMethod]
    public void Fit_ManyRowsOfRareCategories_AreWarnedOf()
    {
        var log = new WarningLog();
        var data = new TestTable(200).Texts("Kind", row => row < 150 ? "common" : $"rare {row / 2}").Add("N", row => row / 2.0);

        using var gan = log.MLContext.Gan().TrainTabular(data, Quick(1));

        Assert.AreEqual(
            "Column 'Kind' has 25 categories of fewer than 5 rows each, in 25 % of the rows: those rows are learnt with other categories. " +
            "Set MinimumCategoryRows lower to keep rarer ones, of which one may be of one person alone.", log.Warnings.Single());
    }

    [TestMethod]
    public void Sample_UnderARareCategory_IsRefusedWithTheReason()
    {
        using var gan = TestTables.Train(Table(), Quick(1));

        var failure = Assert.ThrowsExactly<ArgumentException>(
            () => gan.Generator.Sample(1, where: new Dictionary<string, string> { ["Kind"] = "rare 0" }));

        Assert.AreEqual(
            "The value given for column 'Kind' must be one of 'usual', 'common', '*' (not missing), but was 'rare 0'. The training table's 2 other " +
            "categories are not in the file, since too few rows had each of them. (Parameter 'where')", failure.Message);
    }

    [TestMethod]
    public void Sample_UnderKeysWhoseTableNamesTheRareOnes_IsDone()
    {
        var table = new TestTable(100)
            .Keys("K", 3, ["often", "once", "too"], row => (byte)(row == 3 ? 2 : row % 2 == 0 ? 1 : 3)).Add("N", row => row / 2.0);
        using var gan = TestTables.Train(table, Quick(1));

        var given = new TestTable(2).Keys("K", 3, ["often", "once", "too"], row => (byte)(row == 0 ? 1 : 3));

        CollectionAssert.AreEqual(new[] { "1", "3" }, gan.Generator.Sample(given).Texts("K").ToArray());
    }

    [TestMethod]
    public void Fit_NoRareCategories_ChangesNoByte()
    {
        var data = new TestTable(100).Texts("Kind", row => $"{row % 4}").Add("N", row => row / 2.0);
        using var five = TestTables.Train(data, Quick(1));
        using var one = TestTables.Train(data, Quick(1) with { MinimumCategoryRows = 1 });

        CollectionAssert.AreEqual(Bytes(five), Bytes(one));

        static byte[] Bytes(TabularGanTransformer gan)
        {
            using var stream = new MemoryStream();
            gan.Generator.Save(stream);
            return stream.ToArray();
        }
    }

    [TestMethod]
    public void Fit_WithTheExtremes_KeepsThem()
    {
        var data = new TestTable(300).Add("N", row => row == 5 ? -40.5 : row == 6 ? 8_765.5 : row % 100).Texts("Kind", row => $"{row % 4}");
        using var gan = TestTables.Train(data, Quick(1) with { KeepExtremes = true });

        var numbers = gan.Generator.Sample(3_000).Numbers("N");

        Assert.AreEqual(8_765.5, numbers.Max(), "Beyond a gap an end comes as it is.");
        Assert.IsTrue(numbers.Min() is >= -40.5 and < 0, $"The others lead to the end: {numbers.Min()}");
    }

    private static TabularGanTrainer.Options Quick(int rounds) => TestTables.Quick(rounds) with { MinimumCategoryRows = 5 };

    private static TestTable Table() =>
        new TestTable(200).Texts("Kind", row => row < 4 ? $"rare {row / 2}" : row % 2 == 0 ? "common" : "usual").Add("N", row => row / 2.0);
}
