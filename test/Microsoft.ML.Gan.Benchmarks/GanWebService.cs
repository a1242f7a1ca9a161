using System.Net.Http.Json;
using Gan.AspNetCore;
using Gan.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>A web service with one generator on loopback, and its client.</summary>
internal sealed class GanWebService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GanWebService(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public static async Task<GanWebService> StartAsync(string modelPath, Action<ServingOptions> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddProblemDetails();
        builder.Services.AddGan(modelPath, configure: configure);
        var app = builder.Build();
        app.UseExceptionHandler();
        app.MapGan();
        await app.StartAsync();
        return new GanWebService(app);
    }

    /// <summary>Asks for rows.</summary>
    public Task<HttpResponseMessage> SampleAsync(int count, int seed, CancellationToken stop) =>
        Client.PostAsJsonAsync("/samples", new { count, seed }, stop);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
