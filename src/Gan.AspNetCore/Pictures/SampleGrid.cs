using System.Buffers;

namespace Gan.AspNetCore;

/// <summary>Images side by side in a square, row by row. Pixels of small images become squares, so that they stay crisp.</summary>
/// <remarks>The least of all values is black, the greatest white.</remarks>
internal sealed class SampleGrid
{
    private const int LeastTileSide = 48;
    private const int Gap = 2;
    private const byte White = byte.MaxValue;

    private readonly ImageShape _shape;
    private readonly int _zoom;
    private readonly int _columns;
    private readonly int _rows;

    public SampleGrid(ImageShape shape, int count)
    {
        _shape = shape;
        _zoom = Math.Max(1, (LeastTileSide + shape.Height - 1) / shape.Height);
        _columns = (int)Math.Ceiling(Math.Sqrt(count));
        _rows = (count + _columns - 1) / _columns;
    }

    public int Width => _columns * (TileWidth + Gap) - Gap;

    public int Height => _rows * (TileHeight + Gap) - Gap;

    /// <value>The pixels of the picture.</value>
    public long Size => (long)(_columns * (long)(TileWidth + Gap) - Gap) * (_rows * (long)(TileHeight + Gap) - Gap);

    private int TileWidth => _shape.Width * _zoom;

    private int TileHeight => _shape.Height * _zoom;

    public void WritePng(IReadOnlyList<float[]> images, IBufferWriter<byte> output)
    {
        var (least, greatest) = Range(images);
        var pixels = new byte[Width * Height * _shape.Channels];
        Array.Fill(pixels, White);
        for (var image = 0; image < images.Count; image++)
        {
            var (left, top) = (image % _columns * (TileWidth + Gap), image / _columns * (TileHeight + Gap));
            for (var y = 0; y < TileHeight; y++)
            {
                for (var x = 0; x < TileWidth; x++)
                {
                    var pixel = ((top + y) * Width + left + x) * _shape.Channels;
                    for (var channel = 0; channel < _shape.Channels; channel++)
                        pixels[pixel + channel] = Level(images[image][_shape.Index(channel, y / _zoom, x / _zoom)]);
                }
            }
        }
        Png.Write(pixels, Width, _shape.Channels, output);

        byte Level(float value) => greatest > least && float.IsFinite(value)
            ? (byte)Math.Round(White * Math.Clamp((value - least) / (greatest - least), 0, 1))
            : (byte)0;
    }

    private static (float Least, float Greatest) Range(IReadOnlyList<float[]> images)
    {
        var (least, greatest) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (var value in images.SelectMany(image => image).Where(float.IsFinite))
            (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
        return (least, greatest);
    }
}
