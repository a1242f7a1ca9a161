namespace Gan.Tool.Data.Images;

/// <summary>What pictures are made into.</summary>
/// <param name="Size">The pixels of a side.</param>
/// <param name="Fit">How a picture becomes a square.</param>
/// <param name="Channels">1 for grey, 3 for red, green, blue; null for grey if all pictures are.</param>
internal sealed record PictureFormat(int Size, ImageFit Fit, int? Channels);
