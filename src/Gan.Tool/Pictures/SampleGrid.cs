using Gan.Tool.Data;
using SkiaSharp;

namespace Gan.Tool.Pictures;

/// <summary>
/// A picture of images in rows: labels at the left, then blocks side by side. Pixels become squares, so that small images stay crisp.
/// </summary>
/// <param name="shape">The shape of an image.</param>
/// <param name="rowLabels">What stands before each row; empty for none.</param>
/// <param name="blocks">The images.</param>
/// <param name="range">What is black and what is white; null for the least and the greatest of all values.</param>
internal sealed class SampleGrid(
    ImageShape shape, IReadOnlyList<string> rowLabels, IReadOnlyList<TileBlock> blocks, PixelRange? range = null)
{
    private const int Margin = 20;
    private const int Gap = 3;
    private const int BlockGap = 28;
    private const int LeastTileSide = 48;
    private const float FontSize = 16;

    private static readonly SKColor Ink = new(0x33, 0x3A, 0x44);

    private readonly int _zoom = Math.Max(1, (LeastTileSide + shape.Height - 1) / shape.Height);
    private readonly PixelRange _range = range ?? RangeOf(blocks.SelectMany(block => block.Rows).SelectMany(row => row));

    private int TileWidth => shape.Width * _zoom;

    private int TileHeight => shape.Height * _zoom;

    public void WritePng(Stream stream)
    {
        using var surface = Draw();
        Png.Write(surface, stream);
    }

    public SKSurface Draw()
    {
        using var font = new SKFont(SKTypeface.FromFamilyName(PictureFont.Family), FontSize);
        using var paint = new SKPaint { Color = Ink, IsAntialias = true };
        var labelWidth = rowLabels.Count == 0 ? 0 : (int)rowLabels.Max(label => font.MeasureText(label)) + 14;
        var titleHeight = blocks.Any(block => block.Title.Length > 0) ? (int)FontSize + 14 : 0;
        var width = 2 * Margin + labelWidth + blocks.Sum(WidthOf) + (blocks.Count - 1) * BlockGap;
        var rowCount = blocks.Max(block => block.Rows.Count);
        var height = 2 * Margin + titleHeight + rowCount * (TileHeight + Gap) - Gap;

        var surface = SKSurface.Create(new SKImageInfo(width, height));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        for (var row = 0; row < rowLabels.Count; row++)
        {
            var middle = Margin + titleHeight + row * (TileHeight + Gap) + TileHeight / 2;
            canvas.DrawText(rowLabels[row], Margin, middle + FontSize / 3, SKTextAlign.Left, font, paint);
        }
        var left = Margin + labelWidth;
        foreach (var block in blocks)
        {
            canvas.DrawText(block.Title, left, Margin + FontSize, SKTextAlign.Left, font, paint);
            DrawTiles(canvas, block, left, Margin + titleHeight);
            left += WidthOf(block) + BlockGap;
        }
        return surface;
    }

    private int WidthOf(TileBlock block) => block.Columns * (TileWidth + Gap) - Gap;

    private void DrawTiles(SKCanvas canvas, TileBlock block, int left, int top)
    {
        using var tile = new SKBitmap(shape.Width, shape.Height);
        for (var row = 0; row < block.Rows.Count; row++)
        {
            for (var column = 0; column < block.Rows[row].Count; column++)
            {
                Tile.Paint(tile, block.Rows[row][column], shape, _range);
                using var image = SKImage.FromBitmap(tile);
                var place = SKRect.Create(left + column * (TileWidth + Gap), top + row * (TileHeight + Gap), TileWidth, TileHeight);
                canvas.DrawImage(image, place, new SKSamplingOptions(SKFilterMode.Nearest));
            }
        }
    }

    private static PixelRange RangeOf(IEnumerable<float[]> tiles)
    {
        var (least, greatest) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (var tile in tiles) (least, greatest) = (Math.Min(least, tile.Min()), Math.Max(greatest, tile.Max()));
        return greatest > least ? new(least, greatest) : new(least, least + 1);      // all alike: black
    }
}
