using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Gan.AspNetCore;

/// <summary>What lets clients and proxies keep pictures: a picture is a function of the model's file and of the request alone.</summary>
internal static class PictureCache
{
    private const int TagLength = 16;

    /// <summary>Sets the headers of a picture.</summary>
    /// <returns>Whether the client has the picture already.</returns>
    /// <exception cref="RequestException">The query asks for another version of the model than the one in service.</exception>
    public static bool IsKnown(HttpContext context, string version, SampleRequest request)
    {
        string? asked = context.Request.Query["version"];
        if (asked is not null && asked != version)
        {
            throw new RequestException(
                StatusCodes.Status404NotFound,
                $"The field 'version' must be that of the model in service, '{version}', but was '{Kinds.Shown(asked)}'. Leave it out for any.");
        }
        var content = FormattableString.Invariant($"{request.Seed} {request.Count} {request.Truncation:R} {request.Class}");
        var digits = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..TagLength];
        var tag = new EntityTagHeaderValue($"\"{version}-{digits}\"");
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = asked is null ? "public, no-cache" : "public, max-age=31536000, immutable";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known == EntityTagHeaderValue.Any || known.Compare(tag, false));
    }
}
