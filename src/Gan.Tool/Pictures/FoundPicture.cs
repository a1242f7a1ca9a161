using Gan.Onnx;

namespace Gan.Tool.Pictures;

/// <summary>A picture, and the nearest that a generator makes.</summary>
/// <param name="File">The picture's file.</param>
/// <param name="ClassName">The class that was searched, or null.</param>
/// <param name="Picture">The picture's values.</param>
/// <param name="Sample">What was found.</param>
/// <param name="Match">Its latent vector, and how far it is.</param>
internal sealed record FoundPicture(string File, string? ClassName, float[] Picture, float[] Sample, LatentMatch Match);
