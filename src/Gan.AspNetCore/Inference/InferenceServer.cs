namespace Gan.AspNetCore;

/// <summary>A server as the protocol describes it.</summary>
/// <param name="Name">What the server is called.</param>
/// <param name="Version">The version of the library.</param>
/// <param name="Extensions">What it can do beyond the protocol.</param>
internal sealed record InferenceServer(string Name, string Version, IReadOnlyList<string> Extensions);
