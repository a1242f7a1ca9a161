using System.Net.Mime;

namespace Gan.AspNetCore;

/// <summary><c>POST /samples</c>: rows in the form that the client accepts.</summary>
internal static class SampleEndpoints
{
    public static void Map(RouteGroupBuilder group, GanService service)
    {
        group.MapPost("/samples", (HttpContext context, CancellationToken _) => SampleAsync(context, service))
            .Accepts<SampleRequest>(isOptional: true, MediaTypeNames.Application.Json)
            .WithSummary("Makes samples: as JSON, as CSV, as lines of JSON, or as a picture of images, by the header Accept.");
    }

    private static async Task<IResult> SampleAsync(HttpContext context, GanService service)
    {
        var stop = context.RequestAborted;
        var format = RowFormat.Of(context.Request);
        using var body = await RequestBody.ReadAsync(context.Request, service.Options.LargestBody, stop);
        var problems = new RequestProblems();
        var request = SampleRequestReader.Read(body.RootElement, problems);
        return await AnswerAsync(service, request, format, problems, stop);
    }

    private static async Task<IResult> AnswerAsync(
        GanService service, SampleRequest request, RowFormat format, RequestProblems problems, CancellationToken stop)
    {
        var model = await service.OpenAsync(stop);
        try
        {
            if (request.Count < 1 || request.Count > service.Options.MostRows)
            {
                problems.Add("count", FormattableString.Invariant(
                    $"The field 'count' must be from 1 to {service.Options.MostRows}, but was {request.Count}. Ask for more by several seeds."));
            }
            model.Check(request, problems);
            problems.ThrowIfAny();
            return new RowsResult(service, model, format, await RowsAsync(model, request, stop));
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    private static async Task<RowReader> RowsAsync(OpenModel model, SampleRequest request, CancellationToken stop)
    {
        try
        {
            return await model.SampleAsync(request, stop);
        }
        catch (ArgumentException fault) when (fault.ParamName == "where")
        {
            var problems = new RequestProblems();
            var lines = fault.Message.Replace(" (Parameter 'where')", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Split('\n');
            foreach (var line in lines) problems.Add("where", line);
            problems.ThrowIfAny();
            throw;
        }
    }
}
