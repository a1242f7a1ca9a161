namespace Gan.AspNetCore;

/// <summary>A generator as its endpoints see it: where its model is, what requests must keep to, and who may run now.</summary>
internal sealed class GanService(Sampler sampler, GanEndpointOptions options)
{
    public GanEndpointOptions Options => options;

    public Sampler Sampler => sampler;

    public RunGate Gate { get; } = new(options.Name, options.MostRuns, options.MostWaitingRuns);

    public ValueTask<OpenModel> OpenAsync(CancellationToken cancellationToken) => sampler.OpenAsync(cancellationToken);

    /// <summary>Hands the open model over to an answer, which disposes of it when it is written.</summary>
    public async Task<IResult> UseAsync(Func<OpenModel, Task<IResult>> answer, CancellationToken cancellationToken)
    {
        var model = await OpenAsync(cancellationToken);
        try
        {
            return await answer(model);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }
}
