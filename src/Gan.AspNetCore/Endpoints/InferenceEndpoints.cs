using System.Net.Mime;
using Gan.Onnx;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.ML.OnnxRuntime;

namespace Gan.AspNetCore;

/// <summary>The Open Inference Protocol, version 2, below <c>/v2</c>: for programs that serve or call models of any kind.</summary>
internal static class InferenceEndpoints
{
    private const string Platform = "onnxruntime_onnxv1";

    public static void Map(RouteGroupBuilder group, GanService service)
    {
        var version = typeof(InferenceEndpoints).Assembly.GetName().Version!.ToString(3);
        var protocol = group.MapGroup("/v2").WithMetadata(InferenceProtocol.Version2);
        protocol.MapGet("/", () => TypedResults.Ok(new InferenceServer("gan", version, []))).WithSummary("What the server is.");
        protocol.MapGet("/health/live", () => TypedResults.Ok(new { live = true })).WithSummary("Whether the process answers.");
        protocol.MapGet("/health/ready", (HttpContext context, CancellationToken _) => ReadyAsync(context, service))
            .WithSummary("Whether the model can be run.");

        var model = protocol.MapGroup("/models/{name}").ProducesProblem(StatusCodes.Status404NotFound);
        model.MapGet("/", (HttpContext context, string name) => DescribeAsync(context, service, name)).WithSummary("The model's inputs and outputs.");
        model.MapGet("/ready", (HttpContext context, string name) =>
        {
            RequireName(service, name);
            return ReadyAsync(context, service);
        }).WithSummary("Whether the model can be run.");
        model.MapPost("/infer", (HttpContext context, string name) => InferAsync(context, service, name))
            .Accepts<object>(MediaTypeNames.Application.Json, RequestBody.AnyType)
            .Produces<object>()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .WithSummary("Runs the model on tensors for its inputs.");
    }

    private static async Task<JsonHttpResult<InferenceReadiness>> ReadyAsync(HttpContext context, GanService service)
    {
        var isReady = await HealthEndpoints.StatusAsync(service, context.RequestAborted) != HealthStatus.Unhealthy;
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(
            new InferenceReadiness(service.Options.Name, isReady),
            statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Ok<InferenceModel>> DescribeAsync(HttpContext context, GanService service, string name)
    {
        RequireName(service, name);
        using var model = await service.OpenAsync(context.RequestAborted);
        var inputs = TensorDescription.Of(model.Onnx.Inputs);
        return TypedResults.Ok(new InferenceModel(name, [model.Facts.Version], Platform, [.. inputs], TensorDescription.Of(model.Onnx.Outputs)));
    }

    private static async Task<IResult> InferAsync(HttpContext context, GanService service, string name)
    {
        RequireName(service, name);
        var stop = context.RequestAborted;
        using var model = await service.OpenAsync(stop);
        var reader = new InferenceRequestReader(model.Onnx, service.Options.MostRows);
        using var request = await RequestBody.ReadAsync(context.Request, service.Options.LargestBody, reader.Read, stop);
        using var place = await service.Gate.EnterAsync(stop);
        return new InferenceResult(name, model.Facts.Version, request.Id, request.OutputNames, Run(model.Onnx, request, stop));
    }

    private static IDisposableReadOnlyCollection<OrtValue> Run(
        OnnxModel model, InferenceRequest request, CancellationToken stop)
    {
        using var run = OnnxSession.CreateRun();
        using var cancellation = stop.Register(() => run.Terminate = true);
        try
        {
            return model.Run(run, request.Inputs, request.OutputNames);
        }
        catch (InvalidDataException refusal)
        {
            stop.ThrowIfCancellationRequested();
            throw Members.Refused($"The inputs must be ones that the model can be run on, but are not. {refusal.Message} See the model's inputs.");
        }
    }

    private static void RequireName(GanService service, string name)
    {
        if (name == service.Options.Name) return;
        throw new RequestException(
            StatusCodes.Status404NotFound, $"The model must be '{service.Options.Name}', but was '{Kinds.Shown(name)}'. Call it by that name.");
    }
}
