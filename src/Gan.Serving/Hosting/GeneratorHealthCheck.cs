using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gan.Serving;

/// <summary>Healthy with the newest model, degraded with the one before it because the newest was refused, else unhealthy.</summary>
internal sealed class GeneratorHealthCheck(IServed served) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await served.LoadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"Generator '{served.Name}' has no model.", failure);
        }
        return served.Refusal is { } refusal
            ? HealthCheckResult.Degraded($"Generator '{served.Name}' goes on with an older model, since the newest was refused.", refusal)
            : HealthCheckResult.Healthy($"Generator '{served.Name}' has its newest model.");
    }
}
