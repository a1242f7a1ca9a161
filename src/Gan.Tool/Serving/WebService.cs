using Gan.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Gan.Tool.Serving;

/// <summary>The program that serves one generator.</summary>
internal sealed class WebService : IDisposable
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;
    private readonly string _modelPath;

    /// <param name="modelPath">The generator's file.</param>
    /// <param name="urls">The addresses to listen on.</param>
    /// <param name="name">What clients call the model by; null for its default.</param>
    public WebService(string modelPath, IReadOnlyList<string> urls, string? name)
    {
        _modelPath = modelPath;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls([.. urls]);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeToEnd);
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi();
        builder.Services.AddGan(modelPath);
        Telemetry.Add(builder);

        _app = builder.Build();
        _app.UseExceptionHandler();
        _app.UseStatusCodePages();
        _app.MapOpenApi();
        _app.MapGan(configure: options => options.ModelName = name);
        _app.MapGanPage();
    }

    /// <value>Where it listens, once it runs.</value>
    public IEnumerable<string> Urls => _app.Urls;

    /// <summary>Serves until the token is cancelled or the process is told to end.</summary>
    public async Task RunAsync(IAnsiConsole console, CancellationToken cancellationToken)
    {
        await _app.StartAsync(cancellationToken);
        console.WriteLine($"Serving {_modelPath} at {string.Join(", ", _app.Urls)}. Ctrl+C ends it.");
        await _app.WaitForShutdownAsync(cancellationToken);
        console.WriteLine("Ended.");
    }

    public void Dispose() => ((IDisposable)_app).Dispose();
}
