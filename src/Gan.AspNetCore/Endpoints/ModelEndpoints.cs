using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Gan.AspNetCore;

/// <summary><c>GET /model</c>: what the file says of itself. <c>GET /model/file</c>: the file.</summary>
internal static class ModelEndpoints
{
    public static void Map(RouteGroupBuilder group, GanService service)
    {
        group.MapGet("/model", async Task<Ok<ModelDescription>> (CancellationToken stop) =>
        {
            using var model = await service.OpenAsync(stop);
            return TypedResults.Ok(model.Facts.Description with { Name = service.Options.Name, Limits = service.Options.Limits });
        }).WithSummary("What the model is: its kind, sizes, classes or columns, and the limits of requests.");

        group.MapGet("/model/file", async Task<FileContentHttpResult> (HttpContext context, CancellationToken stop) =>
        {
            using var model = await service.OpenAsync(stop);
            context.Response.Headers.CacheControl = "no-cache";
            return TypedResults.Bytes(
                model.Facts.File, "application/octet-stream", $"{service.Options.Name}.onnx", enableRangeProcessing: true,
                entityTag: new EntityTagHeaderValue($"\"{model.Facts.Version}\""));
        }).WithSummary("The model's ONNX file.");
    }
}
