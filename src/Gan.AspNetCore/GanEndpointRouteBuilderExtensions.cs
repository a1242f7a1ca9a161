namespace Gan.AspNetCore;

/// <summary>Maps the endpoints of a generator.</summary>
public static class GanEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps what a generator answers over HTTP: <c>/samples</c>, <c>/samples/SEED.png</c>, <c>/model</c>, <c>/model/file</c>, <c>/health</c>, and the
    /// Open Inference Protocol below <c>/v2</c>.
    /// </summary>
    /// <param name="endpoints">The program's endpoints.</param>
    /// <param name="prefix">What all routes begin with, as "/faces". Default: nothing.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The endpoints as a group, to add what all of them need, such as authorization.</returns>
    /// <remarks>
    /// The generator is one that <c>AddGan</c>, <c>AddGanGenerator</c> or <c>AddTabularGanGenerator</c> registered. Every refusal is a problem
    /// (RFC 9457) that names the field, what it must be, what it was, and what to do.
    /// </remarks>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">No generator of the name is registered.</exception>
    public static RouteGroupBuilder MapGan(
        this IEndpointRouteBuilder endpoints, string prefix = "", Action<GanEndpointOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        var options = new GanEndpointOptions();
        configure?.Invoke(options);
        options.Validate();
        var service = new GanService(Sampler.Of(endpoints.ServiceProvider, options.GeneratorName), options);

        var group = endpoints.MapGroup(prefix);
        ((IEndpointConventionBuilder)group).Add(endpoint => endpoint.RequestDelegate = new Guard(endpoint.RequestDelegate!, options).InvokeAsync);
        ModelEndpoints.Map(group, service);
        SampleEndpoints.Map(group, service);
        HealthEndpoints.Map(group, service);
        InferenceEndpoints.Map(group, service);
        group.ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesProblem(StatusCodes.Status504GatewayTimeout);
        return group;
    }

    /// <summary>Maps the page that runs the generator in the browser: <c>/</c> and the files of <c>gan-page</c> beside the program.</summary>
    /// <param name="endpoints">The endpoints of <see cref="MapGan"/>, or the program's: the page finds the routes of the model below its own.</param>
    /// <remarks>Where there is no such folder, <c>/</c> says how to get it.</remarks>
    public static void MapGanPage(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        new PageEndpoints(Path.Combine(AppContext.BaseDirectory, "gan-page")).Map(endpoints);
    }
}
