namespace Gan.Evaluation.Images.Features;

/// <summary>Channels, height and width of an image whose values stand channel by channel, row by row.</summary>
internal readonly record struct ImageShape(int Channels, int Height, int Width)
{
    public int Plane => Height * Width;

    public int Size => Channels * Plane;
}
