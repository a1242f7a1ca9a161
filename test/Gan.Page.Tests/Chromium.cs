using Microsoft.Playwright;

namespace Gan.Page.Tests;

/// <summary>The one headless Chromium of all tests: the browser that is on the machine, for nothing is downloaded.</summary>
[TestClass]
public static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    /// <summary>The browser; a test that asks for it is skipped where there is none, or no page.</summary>
    internal static async Task<IBrowser> GetAsync()
    {
        if (!Directory.Exists(Path.Combine(AppContext.BaseDirectory, "gan-page")))
            Assert.Inconclusive("The page must have been built, but was not. Install Node.js, see that npm reaches its registry, and build again.");
        var program = Find() ?? throw new AssertInconclusiveException(
            $"A browser must be on the path, but none of {string.Join(", ", Names)} is. Install Debian's package chromium.");
        _playwright ??= await Playwright.CreateAsync();
        return _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments });
    }

    [AssemblyCleanup]
    public static async Task CloseAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(_ => Names, Path.Combine).FirstOrDefault(File.Exists);
}
