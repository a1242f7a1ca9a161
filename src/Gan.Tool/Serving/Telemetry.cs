using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Gan.Tool.Serving;

/// <summary>Exports metrics and traces by OpenTelemetry, if the usual variables of the environment say where to.</summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Library = "Gan.Serving";

    public static void Add(WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint])) return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("gan"))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter(Library))
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource(Library))
            .UseOtlpExporter();
    }
}
