using Gan.Serving;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gan.AspNetCore;

/// <summary><c>GET /health</c>: Healthy, Degraded with an older model because the newest was refused, or Unhealthy without one (503).</summary>
internal static class HealthEndpoints
{
    public static void Map(RouteGroupBuilder group, GanService service) =>
        group.MapGet("/health", async Task<ContentHttpResult> (HttpContext context) =>
        {
            var status = await StatusAsync(service, context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.Text(
                $"{status}", statusCode: status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        }).WithSummary("Whether the service has a model: Healthy; Degraded, with an older one; Unhealthy (503).");

    /// <summary>Whether the generator has a model; the first call loads it.</summary>
    public static async Task<HealthStatus> StatusAsync(GanService service, CancellationToken cancellationToken)
    {
        var check = new GeneratorHealthCheck(service.Sampler.Served);
        var registration = new HealthCheckRegistration(service.Options.Name, check, HealthStatus.Unhealthy, tags: null);
        return (await check.CheckHealthAsync(new HealthCheckContext { Registration = registration }, cancellationToken)).Status;
    }
}
