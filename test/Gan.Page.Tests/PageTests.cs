using Gan.Onnx.Tests;
using Gan.Onnx.Tests.Tabular;
using Gan.Testing;
using Microsoft.Playwright;

namespace Gan.Page.Tests;

/// <summary>What holds of the page of every kind of generator.</summary>
[TestClass, TestCategory("browser")]
public sealed class PageTests
{
    private static readonly string Axe =
        Repository.PathOf("src", "Gan.AspNetCore", "obj", "page", "node_modules", "axe-core", "axe.min.js");

    private static readonly Dictionary<string, Func<byte[]>> Models = new()
    {
        ["points"] = () => TestModels.Conditional(),
        ["image"] = () => TestModels.Linear(1, 4, 4),
        ["vector"] = () => TestModels.Linear(5),
        ["table"] = () => TableGraphs.EveryType().ToModel(),
    };

    [TestMethod]
    [DataRow("points")]
    [DataRow("image")]
    [DataRow("vector")]
    [DataRow("table")]
    public async Task Page_EveryKindLightAndDark_HasNoFaultOfAccessibilityAndFitsEveryWidth(string kind)
    {
        await using var served = await ServedPage.StartAsync(Models[kind]());

        foreach (var width in new[] { 1280, 768, 390 })
        {
            await served.Page.SetViewportSizeAsync(width, 800);
            Assert.IsLessThanOrEqualTo(width, await served.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), $"{width}");
        }
        await served.Page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
        Assert.AreEqual("", await FaultsAsync(served.Page));
        await served.Page.Locator("#theme").ClickAsync();
        Assert.AreEqual("", await FaultsAsync(served.Page));
        served.AssertNoComplaint();
    }

    [TestMethod]
    public async Task Theme_Switched_TurnsDarkAndStaysSo()
    {
        await using var served = await ServedPage.StartAsync(TestModels.Linear(2), options: new() { ColorScheme = ColorScheme.Light });
        var page = served.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Dark colours" }).PressAsync("Space");
        await page.ReloadAsync();

        Assert.AreEqual("dark", await page.EvaluateAsync<string>("() => document.documentElement.dataset.theme"));
        Assert.AreEqual("true", await page.Locator("#theme").GetAttributeAsync("aria-pressed"));
    }

    [TestMethod]
    public async Task Page_PrefixWithoutASlash_IsSentToOneAndFindsItsModel()
    {
        await using var served = await ServedPage.StartAsync(TestModels.Linear(2), "#seed=5", prefix: "/faces");

        StringAssert.EndsWith(served.Page.Url, "/faces/#seed=5");
        served.AssertNoComplaint();
    }

    [TestMethod]
    public async Task Page_ModelThatCannotBeRead_SaysSoAndOffersToTryAgain()
    {
        await using var served = await ServedPage.OpenAsync(TestModels.Linear(2));
        var page = served.Page;
        await page.RouteAsync("**/model/file", route => route.FulfillAsync(new() { Status = 503, Body = "" }));
        await page.ReloadAsync();

        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        StringAssert.Contains(await page.Locator("#failure-text").TextContentAsync(), "/model/file must be there, but the server answered 503.");
        await page.UnrouteAsync("**/model/file");
        await page.Keyboard.PressAsync("Enter");                    // the button has the focus

        await page.Locator("body[data-ready]").WaitForAsync();
    }

    /// <summary>What axe finds, a line each.</summary>
    private static Task<string> FaultsAsync(IPage page) => page.EvaluateAsync<string>(
        """
        async () => (await axe.run(document)).violations.flatMap(({ id, help, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id}: ${help} ${target} ${failureSummary}`)).join('\n')
        """);
}
