using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Gan.AspNetCore;

/// <summary><c>GET /</c> and the files of the page.</summary>
/// <remarks>
/// The page runs the model in the browser, by WebAssembly that comes from the same place as the page; nothing of another place is loaded.
/// </remarks>
internal sealed class PageEndpoints(string folder)
{
    private const string FirstFile = "index.html";
    private const string NoPage =
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>gan</title></head>
        <body><h1>The page was not built</h1>
        <p>The service runs: see <a href="model">model</a>, or post to <code>samples</code>. Its page must be beside the program in the folder
        <code>gan-page</code>, but is not. Install Node.js with npm, and build the program again.</p></body></html>
        """;

    private const string ContentPolicy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; img-src 'self' data: blob:; " +
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new()
    {
        Mappings = { [".mjs"] = "text/javascript", [".onnx"] = "application/octet-stream" },
    };

    private readonly PhysicalFileProvider? _files = Directory.Exists(folder) ? new(folder) : null;

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], Find).ExcludeFromDescription()
            .Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = int.MaxValue);
    }

    private IResult Find(HttpContext context, string? path)
    {
        // the page's own addresses are relative: those of /faces/ are below /faces
        var here = context.Request.PathBase + context.Request.Path;
        if (string.IsNullOrEmpty(path) && here.Value?.EndsWith('/') != true)
            return TypedResults.LocalRedirect($"{here}/{context.Request.QueryString}");

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        if (_files is null && string.IsNullOrEmpty(path)) return TypedResults.Content(NoPage, "text/html; charset=utf-8");

        var file = _files?.GetFileInfo(string.IsNullOrEmpty(path) ? FirstFile : path);
        if (file is not { Exists: true, IsDirectory: false, PhysicalPath: { } place })
            return TypedResults.Problem($"The path must be a route or a file of the page, but '{Kinds.Shown(path ?? "")}' is none.", statusCode: 404);
        var type = ContentTypes.TryGetContentType(file.Name, out var known) ? known : "application/octet-stream";
        var changed = new EntityTagHeaderValue($"\"{file.LastModified.UtcTicks ^ file.Length:x}\"");
        return TypedResults.PhysicalFile(place, type, lastModified: file.LastModified, entityTag: changed, enableRangeProcessing: true);
    }
}
