using Gan.AspNetCore;
using Gan.Onnx;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gan.Tool.Serving;

/// <summary>The program that serves one generator.</summary>
internal sealed class WebService : IDisposable
{
    private const string ThisMachine = "localhost;127.0.0.1;[::1]";

    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;

    /// <param name="modelPath">The generator's file.</param>
    /// <param name="urls">The addresses to listen on; none for this machine's own.</param>
    /// <param name="port">The port of that.</param>
    /// <param name="configure">Sets what requests must keep to.</param>
    /// <param name="personalData">Makes the personal data of a table's rows; null for letters and digits.</param>
    public WebService(string modelPath, string[] urls, int port, Action<GanEndpointOptions> configure, IPersonalData? personalData = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls.Length > 0 ? urls : [$"http://127.0.0.1:{port}"]).ConfigureKestrel(server => server.AddServerHeader = false);
        if (urls.Length == 0) builder.Configuration["AllowedHosts"] = ThisMachine;       // no page of another name reaches it through a browser
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeToEnd).AddProblemDetails().AddOpenApi();
        builder.Services.AddGan(modelPath, configure: options => options.PersonalData = personalData);
        Telemetry.Add(builder);

        _app = builder.Build();
        _app.UseExceptionHandler();
        _app.UseStatusCodePages();
        _app.MapOpenApi();
        _app.MapGan(configure: configure);
        _app.MapGanPage();
    }

    /// <value>What runs in it.</value>
    public IServiceProvider Services => _app.Services;

    /// <value>Where it listens, once it has started.</value>
    public IReadOnlyCollection<string> Urls => [.. _app.Urls];

    public Task StartAsync(CancellationToken cancellationToken) => _app.StartAsync(cancellationToken);

    /// <summary>Serves until the token is cancelled, or the process is told to end; requests that have begun are answered.</summary>
    public Task RunToEndAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public void Dispose() => ((IDisposable)_app).Dispose();
}
