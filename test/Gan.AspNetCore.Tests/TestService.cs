using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gan.Serving;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gan.AspNetCore.Tests;

/// <summary>A service in memory with one generator, and its client.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestService(WebApplication app)
    {
        _app = app;
        Client = app.GetTestClient();
    }

    public HttpClient Client { get; }

    public static Task<TestService> StartAsync(byte[] model, Action<GanEndpointOptions>? configure = null) =>
        StartAsync(services => services.AddGanGenerator(options => options.OpenModel = Opener(model)), app => app.MapGan(configure: configure));

    public static Task<TestService> StartTableAsync(byte[] model, Action<GanEndpointOptions>? configure = null) =>
        StartAsync(
            services => services.AddTabularGanGenerator(options => options.OpenModel = Opener(model)), app => app.MapGan(configure: configure));

    public static async Task<TestService> StartAsync(Action<IServiceCollection> register, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddOpenApi();
        register(builder.Services);
        var app = builder.Build();
        app.MapOpenApi();
        map(app);
        await app.StartAsync();
        return new TestService(app);
    }

    public static Func<CancellationToken, Task<Stream>> Opener(byte[] model) => _ => Task.FromResult<Stream>(new MemoryStream(model));

    public Task<HttpResponseMessage> PostAsync(string path, string body, string? accept = null) =>
        PostAsync(path, Encoding.UTF8.GetBytes(body), accept);

    public async Task<HttpResponseMessage> PostAsync(string path, byte[] body, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Client.SendAsync(request);
    }

    /// <summary>The text of an answer that must be good.</summary>
    public async Task<string> TextAsync(string path, string body, string? accept = null)
    {
        using var response = await PostAsync(path, body, accept);
        var text = await response.Content.ReadAsStringAsync();
        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode, text);
        return text;
    }

    /// <summary>The JSON of an answer that must be good.</summary>
    public async Task<JsonElement> JsonAsync(string path, string body) => JsonElement.Parse(await TextAsync(path, body));

    /// <summary>The JSON of an answer that must be good.</summary>
    public async Task<JsonElement> JsonAsync(string path) => JsonElement.Parse(await Client.GetStringAsync(path));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
