using Gan.Onnx.Tests.Tabular;
using Microsoft.Playwright;

namespace Gan.Page.Tests;

[TestClass, TestCategory("browser")]
public sealed class TableTests
{
    [TestMethod]
    public async Task Csv_ColumnsOfEveryType_HasTheServersCells()
    {
        await using var served = await ServedPage.StartAsync(TableGraphs.EveryType().ToModel(), "#seed=4");

        var made = Lines(await CsvAsync(served));
        var expected = Lines(await (await served.AskServerAsync(new { count = 500, seed = 4 }, "text/csv")).ReadAsStringAsync());

        CollectionAssert.AreEqual(expected[0], made[0]);
        Assert.HasCount(expected.Length, made);
        foreach (var (wanted, cells) in expected.Zip(made))
        {
            for (var column = 0; column < wanted.Length; column++) AssertSame(wanted[column], cells[column]);
        }
        served.AssertNoComplaint();
    }

    [TestMethod]
    public async Task Condition_CategoryThenMissing_HoldsInEveryRow()
    {
        await using var served = await ServedPage.StartAsync(TableGraphs.EveryType().ToModel());
        var page = served.Page;

        await page.GetByLabel("Condition on Job").SelectOptionAsync(new SelectOptionValue { Label = "pilot" });
        await served.WaitAsync("made.columns.Job.every(job => job === 'pilot')");
        await page.GetByLabel("Condition on Wealth").SelectOptionAsync(new SelectOptionValue { Label = "is missing" });
        await served.WaitAsync("made.columns.Wealth.every(Number.isNaN) && made.columns.Job.every(job => job === 'pilot')");
        StringAssert.Contains(page.Url, "given.Job=pilot");

        await page.GetByRole(AriaRole.Button, new() { Name = "Give Job: pilot no more" }).PressAsync("Enter");
        await served.WaitAsync("new Set(made.columns.Job).size > 2");
        Assert.AreEqual("", await page.GetByLabel("Condition on Job").InputValueAsync());
        served.AssertNoComplaint();
    }

    [TestMethod]
    public async Task Rows_TenThousandScrolled_HaveTheLastRowAndFewElements()
    {
        await using var served = await ServedPage.StartAsync(TableGraphs.EveryType().ToModel());
        var page = served.Page;

        await page.Locator("#count").SelectOptionAsync("10000");
        await served.WaitAsync("made.count === 10000");
        await page.Locator("#rows").PressAsync("End");

        await page.GetByRole(AriaRole.Rowheader, new() { Name = "9,999" }).WaitForAsync();
        Assert.IsLessThan(100, await page.Locator("#rows tbody tr").CountAsync());
        served.AssertNoComplaint();
    }

    [TestMethod]
    public async Task Columns_SharesOfTheTrainingTable_StandBesideWhatWasMade()
    {
        var graph = TableGraphs.EveryType();
        var columns = graph.Manifest.Columns.Select(column => column.Name switch
        {
            "Sex" => column with { Shares = [0.25, 0.75] },
            "Wealth" => column with { Histogram = new(-10, 10, [0.1, 0.2, 0.3, 0.1]), MissingShare = 0.3 },
            _ => column,
        });
        await using var served = await ServedPage.StartAsync(graph.ToModel(graph.Manifest with { Columns = [.. columns] }));

        var sex = served.Page.GetByRole(AriaRole.Region, new() { Name = "Sex" });
        var wealth = served.Page.GetByRole(AriaRole.Region, new() { Name = "Wealth" });

        StringAssert.Contains(await sex.GetByRole(AriaRole.Listitem).First.TextContentAsync(), "75 % in training");
        Assert.AreEqual(1, await wealth.Locator("path.trained").CountAsync());
        StringAssert.Contains(await wealth.TextContentAsync(), "missing, 30 % in training");
        served.AssertNoComplaint();
    }

    private static async Task<string> CsvAsync(ServedPage served)
    {
        var file = await served.Page.RunAndWaitForDownloadAsync(
            () => served.Page.GetByRole(AriaRole.Button, new() { Name = "Save CSV" }).ClickAsync());
        return await File.ReadAllTextAsync(await file.PathAsync());
    }

    private static void AssertSame(string expected, string cell)
    {
        if (expected == cell) return;
        if (!double.TryParse(expected, out var wanted) || !double.TryParse(cell, out var number)) Assert.Fail($"{expected} became {cell}.");
        else Assert.AreEqual(wanted, number, 1e-4 * Math.Max(1, Math.Abs(wanted)));
    }

    /// <summary>The cells of each line; of cells in quotation marks too, which hold no line end here.</summary>
    private static string[][] Lines(string csv) =>
        [.. csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace("\"smith, née Ünal\"", "smith").Split(','))];
}
