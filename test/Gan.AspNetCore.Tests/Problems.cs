using System.Net;
using System.Text.Json;

namespace Gan.AspNetCore.Tests;

/// <summary>What must hold of every refusal.</summary>
internal static class Problems
{
    /// <summary>The problem of a refusal (RFC 9457), whose status its body repeats.</summary>
    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.AreEqual(expected, response.StatusCode, text);
        Assert.AreEqual("application/problem+json", response.Content.Headers.ContentType?.MediaType, text);
        var problem = JsonElement.Parse(text);
        Assert.AreEqual((int)expected, problem.GetProperty("status").GetInt32());
        var detail = problem.GetProperty("detail").GetString()!;
        Assert.Contains(" must ", detail);
        Assert.EndsWith(".", detail);
        return problem;
    }
}
