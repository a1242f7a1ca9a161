using System.Collections.Concurrent;
using System.Text;
using Gan.Testing;
using Gan.Tool.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Gan.Tool.Tests.Serving;

[TestClass]
public sealed class TelemetryTests
{
    private static readonly string[] Variables = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL"];

    /// <summary>A collector on loopback gets the library's own metrics and activities, by the usual variables alone.</summary>
    [TestMethod]
    public async Task Telemetry_ToACollector_HasMetricsAndTracesOfSampling()
    {
        var received = new ConcurrentDictionary<string, string>();
        await using var collector = Collector(received);
        await collector.StartAsync();
        using var folder = new TemporaryFolder();
        var before = Variables.Select(Environment.GetEnvironmentVariable).ToArray();
        Set([collector.Urls.Single(), "http/protobuf"]);
        try
        {
            using var service = new WebService(SmallModel.Write(folder), urls: [], port: 0, _ => { });
            await service.StartAsync(CancellationToken.None);
            using var client = new HttpClient { BaseAddress = new Uri(service.Urls.Single()) };
            await client.PostAsync("samples", null);

            service.Services.GetRequiredService<TracerProvider>().ForceFlush();
            service.Services.GetRequiredService<MeterProvider>().ForceFlush();
        }
        finally
        {
            Set(before);
        }

        Assert.Contains("gan.sample", received["/v1/traces"]);
        Assert.Contains("gan.sampling.duration", received["/v1/metrics"]);
    }

    private static WebApplication Collector(ConcurrentDictionary<string, string> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
            var text = await reader.ReadToEndAsync();
            received.AddOrUpdate(context.Request.Path, text, (_, earlier) => earlier + text);
        });
        return app;
    }

    private static void Set(IReadOnlyList<string?> values)
    {
        foreach (var (name, value) in Variables.Zip(values)) Environment.SetEnvironmentVariable(name, value);
    }
}
