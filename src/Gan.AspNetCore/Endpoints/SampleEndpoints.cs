using System.Net.Mime;

namespace Gan.AspNetCore;

/// <summary><c>POST /samples</c>: rows in the form that the client accepts. <c>GET /samples/SEED.png</c>: images that can be cached.</summary>
internal static class SampleEndpoints
{
    private const string SamplesSummary = "Makes samples: as JSON, as lines of JSON, as CSV, or images as a picture, by the header Accept.";
    private static readonly string[] OtherForms = [.. RowFormat.All.Skip(1).Select(format => format.MediaType)];
    private const string PictureSummary =
        "A picture of images of a seed. The query can have count, class, truncation, and version, to be cached for ever.";

    public static void Map(RouteGroupBuilder group, GanService service)
    {
        group.MapPost("/samples", (HttpContext context, CancellationToken _) => SampleAsync(context, service))
            .Accepts<SampleRequest>(isOptional: true, MediaTypeNames.Application.Json, RequestBody.AnyType)
            .Produces<object>(StatusCodes.Status200OK, RowFormat.Json.MediaType, OtherForms)
            .ProducesProblem(StatusCodes.Status406NotAcceptable)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .WithSummary(SamplesSummary);
        group.MapGet(
            "/samples/{seed}.png",                          // the query's fields are named here for OpenAPI, and read with their faults below
            (HttpContext context, string seed, string? count, string? @class, string? truncation, string? version) =>
                PictureAsync(context, service, seed))
            .Produces<byte[]>(StatusCodes.Status200OK, RowFormat.Picture.MediaType)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary(PictureSummary);
    }

    private static async Task<IResult> SampleAsync(HttpContext context, GanService service)
    {
        var stop = context.RequestAborted;
        var format = RowFormat.Of(context.Request);
        var problems = new RequestProblems();
        var request = await RequestBody.ReadAsync(
            context.Request, service.Options.LargestBody, body => SampleRequestReader.Read(body, problems), stop);
        return await service.UseAsync(model => AnswerAsync(service, model, request, format, problems, stop), stop);
    }

    private static async Task<IResult> PictureAsync(HttpContext context, GanService service, string seed)
    {
        var stop = context.RequestAborted;
        var problems = new RequestProblems();
        var request = SampleRequestReader.Read(seed, context.Request.Query, problems);
        return await service.UseAsync(
            async model =>
            {
                if (PictureCache.IsKnown(context, model.Facts.Version, request))
                {
                    model.Dispose();
                    return TypedResults.StatusCode(StatusCodes.Status304NotModified);
                }
                return await AnswerAsync(service, model, request, RowFormat.Picture, problems, stop);
            },
            stop);
    }

    private static async Task<IResult> AnswerAsync(
        GanService service, OpenModel model, SampleRequest request, RowFormat format, RequestProblems problems, CancellationToken stop)
    {
        RequestRules.Check(request, model, format, service.Options, problems);
        problems.ThrowIfAny();
        try
        {
            return new RowsResult(service, model, format, await model.SampleAsync(request, stop));
        }
        catch (ArgumentException fault) when (fault.ParamName == "where")
        {
            problems.AddLines("where", fault);
            problems.ThrowIfAny();
            throw;
        }
    }
}
