using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Gan.Testing;
using Gan.Tool.Commands;
using Gan.Tool.Serving;

namespace Gan.Tool.Tests.Serving;

[TestClass]
public sealed class WebServiceTests
{
    [TestMethod]
    public async Task Serve_AModel_AnswersOnLoopbackUntilItIsEnded()
    {
        using var folder = new TemporaryFolder();
        using var service = new WebService(SmallModel.Write(folder), urls: [], port: 0, options => options.ModelName = "points");
        using var stop = new CancellationTokenSource();
        await service.StartAsync(stop.Token);
        var address = new Uri(service.Urls.Single());
        using var client = new HttpClient { BaseAddress = address };

        Assert.AreEqual("127.0.0.1", address.Host);
        Assert.AreEqual("points", JsonElement.Parse(await client.GetStringAsync("model")).GetProperty("name").GetString());
        using var samples = await client.PostAsJsonAsync("samples", new { count = 3 });
        Assert.AreEqual(3, JsonElement.Parse(await samples.Content.ReadAsStringAsync()).GetProperty("samples").GetArrayLength());
        Assert.Contains("/samples", await client.GetStringAsync("openapi/v1.json"));
        Assert.StartsWith("<!DOCTYPE html>", await client.GetStringAsync(""), StringComparison.OrdinalIgnoreCase);
        using var unknown = await client.PostAsJsonAsync("model", new { });
        Assert.AreEqual("application/problem+json", unknown.Content.Headers.ContentType?.MediaType);
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "model") { Headers = { Host = "pages.example" } };
        Assert.AreEqual(HttpStatusCode.BadRequest, (await client.SendAsync(foreign)).StatusCode);

        var end = service.RunToEndAsync(stop.Token);
        await stop.CancelAsync();
        await end;
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync("model"));
    }

    [TestMethod]
    public void Serve_FileThatIsNoModel_FailsWithOneReason()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["table.csv"], "a,b\n1,2\n");

        var run = CommandLine.Run("serve", "--port", "0", "--model", folder["table.csv"]);

        Assert.AreEqual(ExitCode.Failed, run.ExitCode);
        Assert.AreEqual("Error: The model file must be an ONNX file, but is something else.", run.Error.Trim());
    }

    [TestMethod]
    public void Serve_WithoutAModel_TakesTheDigitsBeforeTheRing()
    {
        using var folder = new TemporaryFolder();
        Assert.IsNull(ServeCommand.Trained(folder.Path));

        foreach (var verb in new[] { "ring", "digits" })
        {
            Directory.CreateDirectory(folder[$"artifacts/{verb}"]);
            File.WriteAllText(folder[$"artifacts/{verb}/generator.onnx"], "");
            Assert.AreEqual($"artifacts/{verb}/generator.onnx", ServeCommand.Trained(folder.Path));
        }
    }
}
