namespace Gan.AspNetCore;

/// <summary>A request is refused.</summary>
/// <param name="statusCode">What its client is told.</param>
/// <param name="message">Why, in whole sentences.</param>
/// <param name="fields">The same by the fields that are wrong; null if none of them is.</param>
internal sealed class RequestException(int statusCode, string message, Dictionary<string, string[]>? fields = null) : Exception(message)
{
    public int StatusCode => statusCode;

    public Dictionary<string, string[]>? Fields => fields;
}
