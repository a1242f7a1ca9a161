using System.Net;
using Gan.Onnx.Tests;
using Gan.Serving;
using Gan.Testing;

namespace Gan.AspNetCore.Tests.Endpoints;

[TestClass]
public sealed class PageTests
{
    [TestMethod]
    public async Task Page_NotBuilt_SaysHowToGetIt()
    {
        using var folder = new TemporaryFolder();
        await using var service = await StartAsync(folder["none"]);

        Assert.Contains("npm", await service.Client.GetStringAsync(new Uri("/", UriKind.Relative)));
        using var other = await service.Client.GetAsync(new Uri("/app.js", UriKind.Relative));
        await Problems.ReadAsync(other, HttpStatusCode.NotFound);
    }

    [TestMethod]
    [DataRow("/", "text/html")]
    [DataRow("/index.html", "text/html")]
    [DataRow("/lib/ort.wasm", "application/wasm")]
    [DataRow("/lib/ort.mjs", "text/javascript")]
    public async Task Page_ItsFiles_AreServedWithTheirTypesAndAPolicy(string path, string type)
    {
        using var folder = Page();
        await using var service = await StartAsync(folder.Path);

        using var response = await service.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode);
        Assert.AreEqual(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("script-src 'self' 'wasm-unsafe-eval'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.AreEqual("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        Assert.AreEqual(HttpStatusCode.NotModified, (await service.Client.SendAsync(again)).StatusCode);
    }

    [TestMethod]
    [DataRow("/../secret.txt")]
    [DataRow("/..%2fsecret.txt")]
    [DataRow("/lib/..%2f..%2fsecret.txt")]
    [DataRow("/%2e%2e/secret.txt")]
    [DataRow("/lib")]
    public async Task Page_PathOfNoFileOfIt_IsNotFound(string path)
    {
        using var folder = Page();
        var page = Directory.CreateDirectory(folder["page"]).FullName;
        await File.WriteAllTextAsync(folder["secret.txt"], "secret");
        await using var service = await StartAsync(page);

        using var response = await service.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.AreEqual(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static TemporaryFolder Page()
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["lib"]);
        foreach (var name in new[] { "index.html", "lib/ort.wasm", "lib/ort.mjs" }) File.WriteAllText(folder[name], name);
        return folder;
    }

    private static Task<TestService> StartAsync(string folder) => TestService.StartAsync(
        services => services.AddGanGenerator(options => options.OpenModel = TestService.Opener(TestModels.Linear(2))),
        app =>
        {
            app.MapGan();
            new PageEndpoints(folder).Map(app);
        });
}
