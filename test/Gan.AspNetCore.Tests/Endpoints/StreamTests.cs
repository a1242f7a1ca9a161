using Gan.Onnx.Tests;
using Gan.Serving;

namespace Gan.AspNetCore.Tests.Endpoints;

[TestClass]
public sealed class StreamTests
{
    /// <summary>A client that hangs up ends the work: a stream that nobody reads would else wait for its reader for ever.</summary>
    [TestMethod]
    [DataRow("application/x-ndjson")]
    [DataRow("application/json")]
    [DataRow("text/csv")]
    public async Task Samples_ClientHangsUp_EndsTheStream(string accept)
    {
        var ended = new TaskCompletionSource();
        await using var service = await TestService.StartAsync(
            services => services.AddGanGenerator(options => options.OpenModel = TestService.Opener(TestModels.Network())),
            app =>
            {
                app.Use(async (context, next) =>
                {
                    await next(context);
                    ended.TrySetResult();
                });
                app.MapGan();
            });
        using var hangUp = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/samples")
        {
            Content = new StringContent("""{"count":1000000}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Accept.ParseAdd(accept);
        using var response = await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, hangUp.Token);
        await using var body = await response.Content.ReadAsStreamAsync(hangUp.Token);
        await body.ReadExactlyAsync(new byte[1000], hangUp.Token);
        Assert.IsFalse(ended.Task.IsCompleted);

        await hangUp.CancelAsync();
        await body.DisposeAsync();
        response.Dispose();

        await ended.Task;
    }
}
