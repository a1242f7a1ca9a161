using Gan.Serving;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Gan.AspNetCore;

/// <summary>What stands around every endpoint: the limits of time and of the body, and problems (RFC 9457) in the place of exceptions.</summary>
internal sealed class Guard(RequestDelegate endpoint, GanEndpointOptions options)
{
    private const string SecondsToWait = "1";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body) body.MaxRequestBodySize = options.LargestBody;
        var client = context.RequestAborted;
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(client);
        limited.CancelAfter(options.Timeout);
        context.RequestAborted = limited.Token;
        try
        {
            await endpoint(context);
        }
        catch (OperationCanceledException) when (client.IsCancellationRequested)
        {
            // nobody waits for an answer
        }
        catch (Exception failure) when (ProblemOf(failure, limited.Token) is { } problem)
        {
            context.RequestAborted = client;
            await AnswerAsync(context, problem);
        }
    }

    private ProblemDetails? ProblemOf(Exception failure, CancellationToken limited) => failure switch
    {
        RequestException refusal => Problem(refusal.StatusCode, refusal.Message, refusal.Fields),
        BadHttpRequestException refusal => Problem(refusal.StatusCode, $"The request must be whole and of HTTP, but is not: {refusal.Message}"),
        GanOverloadException overload => Problem(StatusCodes.Status503ServiceUnavailable, overload.Message),
        ObjectDisposedException => Problem(
            StatusCodes.Status503ServiceUnavailable, "The service must be running, but is about to end. Try again later, or another replica."),
        OperationCanceledException when limited.IsCancellationRequested => Problem(
            StatusCodes.Status504GatewayTimeout,
            FormattableString.Invariant($"The answer must be made within {options.Timeout.TotalSeconds} s, but was not. Ask for less at once.")),
        InvalidDataException or FileNotFoundException => Problem(
            StatusCodes.Status503ServiceUnavailable, "The service must have a model that it can run, but has none now. Its log says why."),
        _ => null,
    };

    private static ProblemDetails Problem(int status, string detail, Dictionary<string, string[]>? fields = null) =>
        fields is null
            ? new ProblemDetails { Status = status, Detail = detail }
            : new HttpValidationProblemDetails(fields) { Status = status, Detail = detail };

    private static async Task AnswerAsync(HttpContext context, ProblemDetails problem)
    {
        if (context.Response.HasStarted || context.Response.BodyWriter is { CanGetUnflushedBytes: true, UnflushedBytes: > 0 })
        {
            context.Abort();                // half an answer must not look like a whole one
            return;
        }
        context.Response.Clear();
        if (problem.Status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = SecondsToWait;
        if (context.GetEndpoint()?.Metadata.GetMetadata<InferenceProtocol>() is not null) problem.Extensions["error"] = problem.Detail;
        await TypedResults.Problem(problem).ExecuteAsync(context);
    }
}
