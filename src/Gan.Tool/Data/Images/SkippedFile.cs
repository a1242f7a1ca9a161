namespace Gan.Tool.Data.Images;

/// <summary>A file that is not among the pictures.</summary>
/// <param name="Name">Its path within the folder.</param>
/// <param name="Reason">What it is not, as the end of a sentence.</param>
internal sealed record SkippedFile(string Name, string Reason);
