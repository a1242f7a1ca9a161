using System.Net.Http.Json;
using System.Text.Json;
using Gan.AspNetCore;
using Gan.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Gan.Page.Tests;

/// <summary>A generator served on this machine, and its page open in the browser. Whatever the browser complains of is kept.</summary>
internal sealed class ServedPage : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _complaints = [];
    private readonly WebApplication _app;
    private IBrowserContext? _context;

    private ServedPage(byte[] model, string prefix)
    {
        File.WriteAllBytes(_folder["generator.onnx"], model);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddGan(_folder["generator.onnx"]);
        _app = builder.Build();
        _app.MapGan(prefix).MapGanPage();
    }

    /// <value>The page. What it makes is in its variable <c>made</c>: the details of its last event <c>gan:samples</c> or <c>gan:rows</c>.</value>
    public IPage Page { get; private set; } = null!;

    private Uri Address => new(_app.Urls.Single());

    /// <summary>Serves a model below a prefix, and opens the page as far as its document.</summary>
    public static async Task<ServedPage> OpenAsync(
        byte[] model, string fragment = "", BrowserNewContextOptions? options = null, string prefix = "")
    {
        var browser = await Chromium.GetAsync();
        var served = new ServedPage(model, prefix);
        await served._app.StartAsync();
        served._context = await browser.NewContextAsync(options);
        served.Page = await served._context.NewPageAsync();
        served.Page.SetDefaultTimeout(60_000);                  // a busy machine compiles WebAssembly slowly
        served.Page.Console += (_, message) => { if (message.Type is "error" or "warning") served._complaints.Add(message.Text); };
        served.Page.PageError += (_, error) => served._complaints.Add(error);
        await served.Page.AddInitScriptAsync(
            "for (const kind of ['gan:samples', 'gan:rows']) document.addEventListener(kind, event => { window.made = event.detail; });");
        await served.Page.GotoAsync(new Uri(served.Address, prefix + fragment).ToString());
        return served;
    }

    /// <summary>The same with the generator at work.</summary>
    public static async Task<ServedPage> StartAsync(
        byte[] model, string fragment = "", BrowserNewContextOptions? options = null, string prefix = "")
    {
        var served = await OpenAsync(model, fragment, options, prefix);
        await served.Page.Locator("body[data-ready]").WaitForAsync();
        return served;
    }

    /// <summary>What the page made last: a member of the event's details, as numbers.</summary>
    public async Task<float[]> MadeAsync(string member) =>
        [.. (await Page.EvaluateAsync<double[]>("name => Array.from(window.made[name], Number)", member)).Select(number => (float)number)];

    /// <summary>Waits until the page has made something that an expression of <c>made</c> holds for.</summary>
    public Task WaitAsync(string condition) => Page.WaitForFunctionAsync($"() => {{ const made = window.made; return {condition}; }}");

    /// <summary>What the server answers to POST /samples.</summary>
    public async Task<HttpContent> AskServerAsync(object request, string accept = "application/json")
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Accept.ParseAdd(accept);
        var answer = await client.PostAsJsonAsync(new Uri(Address, "samples"), request);
        answer.EnsureSuccessStatusCode();
        return answer.Content;
    }

    /// <summary>The values of samples that the server makes, one after the other.</summary>
    public async Task<float[]> ServerSamplesAsync(object request)
    {
        var answer = await (await AskServerAsync(request)).ReadFromJsonAsync<JsonElement>();
        return [.. answer.GetProperty("samples").EnumerateArray()
            .SelectMany(sample => sample.GetProperty("values").EnumerateArray()).Select(value => value.GetSingle())];
    }

    /// <summary>Asserts that there were no errors or warnings of the console, and no exceptions.</summary>
    public void AssertNoComplaint() => Assert.AreEqual("", string.Join('\n', _complaints));

    public async ValueTask DisposeAsync()
    {
        if (_context is not null) await _context.CloseAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
