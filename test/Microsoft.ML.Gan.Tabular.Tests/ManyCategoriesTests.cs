namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>A column of 100,000 categories over 200,000 rows: memory stays bounded.</summary>
[TestClass]
public sealed class ManyCategoriesTests
{
    private const int Rows = 200_000;
    private const int Categories = 100_000;

    [TestMethod]
    [TestCategory("slow")]
    public void Fit_HundredThousandCategories_StaysWithinMemory()
    {
        var data = new TestTable(Rows).Texts("Name", row => $"name {(row < Categories ? row : row * 7919L % 1000)}").Add("N", row => row % 1000 / 8f);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var schema = TestTables.Encode(data);

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.AreEqual(256, schema.Layout.MadeSlots);
        Assert.IsLessThan(200_000_000, allocated);

        using var gan = TestTables.Train(data, TestTables.Quick(5) with { MinimumCategoryRows = 1 });
        var sample = gan.Generator.Sample(2000, where: new Dictionary<string, string> { ["Name"] = "name 99999" });
        Assert.IsTrue(sample.Texts("Name").All(name => name == "name 99999"));
        Assert.IsGreaterThan(300, gan.Generator.Sample(2000).Texts("Name").Distinct().Count());
        Assert.IsLessThan(2L << 30, Environment.WorkingSet);
    }
}
