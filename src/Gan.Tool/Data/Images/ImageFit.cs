namespace Gan.Tool.Data.Images;

/// <summary>How a picture of any aspect becomes a square.</summary>
internal enum ImageFit
{
    /// <summary>Its middle, as large as its shorter side.</summary>
    Crop,

    /// <summary>The whole of it, with white at two sides.</summary>
    Pad,
}
