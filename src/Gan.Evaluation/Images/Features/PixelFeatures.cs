namespace Gan.Evaluation.Images.Features;

/// <summary>The pixels themselves, as means of square blocks where there are too many of them.</summary>
/// <param name="shape">The images'.</param>
internal sealed class PixelFeatures(ImageShape shape) : IFeatureExtractor
{
    private const int Most = 1_024;

    private readonly int _block = Enumerable.Range(1, Math.Min(shape.Height, shape.Width) - 1)
        .FirstOrDefault(block => Blocks(shape, block).Size <= Most, Math.Min(shape.Height, shape.Width));

    public string Name => _block == 1
        ? $"pixels of {shape.Height} by {shape.Width}"
        : $"pixels, averaged to {Blocks(shape, _block).Height} by {Blocks(shape, _block).Width}";

    public float[] Extract(float[] pixels)
    {
        if (_block == 1) return pixels;
        var blocks = Blocks(shape, _block);
        var sums = new float[blocks.Size];
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            for (var y = 0; y < blocks.Height * _block; y++)
            {
                var (row, sumRow) = ((channel * shape.Height + y) * shape.Width, (channel * blocks.Height + y / _block) * blocks.Width);
                for (var x = 0; x < blocks.Width * _block; x++) sums[sumRow + x / _block] += pixels[row + x];
            }
        }
        return Array.ConvertAll(sums, sum => sum / (_block * _block));
    }

    public void Dispose()
    {
    }

    /// <summary>How many whole blocks there are; what is left at the right and at the bottom is left out.</summary>
    private static ImageShape Blocks(ImageShape shape, int block) =>
        new(shape.Channels, shape.Height / block, shape.Width / block);
}
