using System.Text.Json;
using Gan.Onnx.Tests;
using Microsoft.Playwright;

namespace Gan.Page.Tests;

[TestClass, TestCategory("browser")]
public sealed class SamplesTests
{
    [TestMethod]
    public async Task Sheet_SeedOfTheAddress_ShowsTheServersSamples()
    {
        await using var served = await ServedPage.StartAsync(TestModels.Network(), "#seed=-77");

        var made = await served.MadeAsync("samples");
        var expected = await served.ServerSamplesAsync(new { count = made.Length / 28, seed = -77 });

        Assert.HasCount(expected.Length, made);
        for (var i = 0; i < made.Length; i++) Assert.AreEqual(expected[i], made[i], 1e-4f);
        served.AssertNoComplaint();
    }

    [TestMethod]
    public async Task Pad_SliderKeysAndPointer_MoveThePictureAndTheSheet()
    {
        await using var served = await ServedPage.StartAsync(TestModels.Linear(1, 4, 4));
        var page = served.Page;
        var latents = await served.MadeAsync("latents");
        var still = await PictureAsync();

        await page.GetByLabel("Across").PressAsync("ArrowRight");
        await served.WaitAsync($"made.latents[0] !== Math.fround({latents[0]:R})");
        var slid = await PictureAsync();
        await page.Locator("#pad").PressAsync("ArrowUp");
        await page.WaitForFunctionAsync("() => Number(document.getElementById('along-y').value) > 0");
        await page.Locator("#pad").ClickAsync(new() { Position = new() { X = 5, Y = 5 } });
        await page.WaitForFunctionAsync("() => ['along-x', 'along-y'].every(id => Math.abs(document.getElementById(id).value) > 3)");
        await page.Locator("#pad").PressAsync("Home");
        await served.WaitAsync($"made.latents[0] === Math.fround({latents[0]:R})");

        Assert.AreNotEqual(still, slid);
        Assert.AreEqual(still, await PictureAsync());
        served.AssertNoComplaint();

        Task<string> PictureAsync() => page.EvaluateAsync<string>("() => document.getElementById('sample').toDataURL()");
    }

    [TestMethod]
    public async Task Class_ChosenByKeyboard_HoldsInAllRowsAsOnTheServer()
    {
        await using var served = await ServedPage.StartAsync(TestModels.Conditional(), "#seed=3");
        var drawn = await served.MadeAsync("samples");
        CollectionAssert.AreEqual(await served.ServerSamplesAsync(new { count = drawn.Length / 2, seed = 3 }), drawn);

        await served.Page.GetByLabel("Any", new() { Exact = true }).PressAsync("ArrowLeft");        // the last of the classes
        await served.WaitAsync("made.labels.every(label => label === 3)");

        var made = await served.MadeAsync("samples");
        CollectionAssert.AreEqual(await served.ServerSamplesAsync(new { count = made.Length / 2, seed = 3, @class = "two" }), made);
        StringAssert.Contains(served.Page.Url, "class=two");
        served.AssertNoComplaint();
    }

    [TestMethod]
    public async Task Kept_TwoSamples_AreJoinedByAFilmThatPlaysAndAreSaved()
    {
        await using var served = await ServedPage.StartAsync(TestModels.Linear(1, 4, 4));
        var page = served.Page;
        await page.GetByRole(AriaRole.Radio, new() { Name = "row 7", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep", Exact = true }).ClickAsync();
        await page.GetByText("From row 1 to row 7").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await page.WaitForFunctionAsync("() => Number(document.getElementById('time').value) > 0.1");
        var file = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Save latents (JSON)" }).ClickAsync());

        var kept = JsonDocument.Parse(await File.ReadAllTextAsync(await file.PathAsync())).RootElement;
        CollectionAssert.AreEqual(new[] { 0, 1, 7 }, kept.EnumerateArray().Select(sample => sample.GetProperty("row").GetInt32()).ToArray());
        var latents = await served.MadeAsync("latents");
        CollectionAssert.AreEqual(latents[14..16], kept[2].GetProperty("latent").EnumerateArray().Select(number => number.GetSingle()).ToArray());
        served.AssertNoComplaint();
    }

    [TestMethod]
    public async Task Film_LessMotionAskedFor_DoesNotPlay()
    {
        await using var served = await ServedPage.StartAsync(
            TestModels.Linear(1, 4, 4), options: new() { ReducedMotion = ReducedMotion.Reduce });

        Assert.IsTrue(await served.Page.Locator("#play").IsDisabledAsync());
        Assert.IsTrue(await served.Page.Locator("#time").IsEnabledAsync());
    }
}
