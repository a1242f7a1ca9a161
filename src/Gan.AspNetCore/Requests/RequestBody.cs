using System.Text.Json;

namespace Gan.AspNetCore;

/// <summary>Reads a request's body, up to a limit.</summary>
internal static class RequestBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The body as JSON; an empty one is an object without fields.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The most bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RequestException">The body is too long, is no JSON, or is no object.</exception>
    public static async Task<JsonDocument> ReadAsync(HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit) throw TooLong(limit);
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > limit) throw TooLong(limit);
        }
        if (body.Length > 0 && !request.HasJsonContentType())
        {
            throw new RequestException(
                StatusCodes.Status415UnsupportedMediaType,
                $"The body must be of the type application/json, but was of {request.ContentType ?? "none"}. Set the header Content-Type.");
        }
        try
        {
            var json = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body.ToArray(), Strict);
            if (json.RootElement.ValueKind == JsonValueKind.Object) return json;
            throw new RequestException(
                StatusCodes.Status400BadRequest, $"The body must be a JSON object, but was {Kinds.Of(json.RootElement)}. Send fields, such as {{\"count\": 10}}.");
        }
        catch (JsonException fault)
        {
            throw new RequestException(StatusCodes.Status400BadRequest, $"The body must be JSON, but is not: {fault.Message}");
        }
    }

    private static RequestException TooLong(long limit) => new(
        StatusCodes.Status413PayloadTooLarge,
        FormattableString.Invariant($"The body must have at most {limit} bytes, but has more. Send less at once."));
}
