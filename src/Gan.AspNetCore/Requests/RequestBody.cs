using System.Text.Json;

namespace Gan.AspNetCore;

/// <summary>Reads a request's body, up to a limit.</summary>
internal static class RequestBody
{
    /// <summary>The type of body that routes let through: one that is no JSON is refused here, with a reason.</summary>
    public const string AnyType = "*/*";

    private const string Example = "Send fields, such as {\"count\": 10}.";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads the body as a JSON object; an empty body is an object without fields.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The most bytes.</param>
    /// <param name="read">Reads the object.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RequestException">The body is too long, is no JSON, or is no object.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, long limit, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var body = await BytesAsync(request, limit, cancellationToken);
        if (body.Length > 0 && !request.HasJsonContentType())
        {
            var type = Kinds.Shown(request.ContentType ?? "");
            throw new RequestException(
                StatusCodes.Status415UnsupportedMediaType,
                $"The body must be of the type application/json, but was of '{type}'. Set the header Content-Type.");
        }
        try
        {
            using var json = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body, Strict);
            if (json.RootElement.ValueKind == JsonValueKind.Object) return read(json.RootElement);
            throw Refused($"The body must be a JSON object, but was {Kinds.Of(json.RootElement)}. {Example}");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)       // the latter for half a character: "\ud800"
        {
            throw Refused($"The body must be JSON, but is not: {fault.Message} {Example}");
        }
    }

    private static async Task<byte[]> BytesAsync(HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit) throw TooLong(limit);
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > limit) throw TooLong(limit);
        }
        return body.ToArray();
    }

    private static RequestException Refused(string message) => new(StatusCodes.Status400BadRequest, message);

    private static RequestException TooLong(long limit) => new(
        StatusCodes.Status413PayloadTooLarge,
        FormattableString.Invariant($"The body must have at most {limit} bytes, but has more. Send less at once."));
}
