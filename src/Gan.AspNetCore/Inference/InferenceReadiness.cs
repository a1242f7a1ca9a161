namespace Gan.AspNetCore;

/// <summary>Whether a model can be run.</summary>
/// <param name="Name">The name that it is served by.</param>
/// <param name="Ready">Whether it can.</param>
internal sealed record InferenceReadiness(string Name, bool Ready);
