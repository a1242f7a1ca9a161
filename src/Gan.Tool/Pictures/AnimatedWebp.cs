using System.Buffers.Binary;
using SkiaSharp;

namespace Gan.Tool.Pictures;

/// <summary>Still pictures one after the other as an animated WebP file without end, of the same pixels as the stills.</summary>
/// <remarks>
/// Skia encodes each picture; what it leaves to others is the file around them: RIFF with a header, the animation's settings and a chunk for
/// each frame (WebP Container Specification). All chunks have an even length.
/// </remarks>
internal static class AnimatedWebp
{
    private const int FileHeader = 12;                              // RIFF, the length, WEBP
    private const int ChunkHeader = 8;                              // the name and the length
    private const byte IsAnimated = 0x02;
    private const byte ReplacesThePixels = 0x02;

    /// <param name="frames">Surfaces of one size; each is disposed of once it is written.</param>
    /// <param name="duration">How long each is shown.</param>
    /// <param name="stream">Takes the file. It must be able to seek.</param>
    public static void Write(IEnumerable<SKSurface> frames, TimeSpan duration, Stream stream)
    {
        var start = stream.Position;
        stream.Write(new byte[FileHeader]);
        var isFirst = true;
        foreach (var surface in frames)
        {
            using var frame = surface;
            using var pixels = frame.PeekPixels();
            if (isFirst)
            {
                WriteChunk(stream, "VP8X"u8, [IsAnimated, 0, 0, 0, .. Number(pixels.Width - 1), .. Number(pixels.Height - 1)]);
                WriteChunk(stream, "ANIM"u8, [255, 255, 255, 255, 0, 0]);           // white behind; 0 times: again and again
                isFirst = false;
            }
            byte[] header =
            [
                .. Number(0), .. Number(0), .. Number(pixels.Width - 1), .. Number(pixels.Height - 1),
                .. Number((int)duration.TotalMilliseconds), ReplacesThePixels,
            ];
            WriteChunk(stream, "ANMF"u8, [.. header, .. Pixels(pixels)]);
        }
        var length = (int)(stream.Position - start);
        stream.Position = start;
        stream.Write([.. "RIFF"u8, .. Length(length - ChunkHeader), .. "WEBP"u8]);
        stream.Position = start + length;
    }

    /// <summary>The chunk of a still file that holds its pixels, without loss.</summary>
    private static byte[] Pixels(SKPixmap picture)
    {
        using var still = picture.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 75))
            ?? throw new InvalidOperationException("A picture must be one that Skia can encode as WebP, but is not.");
        var rest = still.AsSpan()[FileHeader..];
        while (!rest.StartsWith("VP8L"u8)) rest = rest[Size(rest)..];
        return rest[..Size(rest)].ToArray();
    }

    /// <summary>The length of the chunk that some bytes begin with.</summary>
    private static int Size(ReadOnlySpan<byte> chunk)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(chunk[4..]);
        return ChunkHeader + length + length % 2;
    }

    private static void WriteChunk(Stream stream, ReadOnlySpan<byte> name, byte[] content)
    {
        stream.Write([.. name, .. Length(content.Length)]);
        stream.Write(content);
    }

    private static byte[] Length(int value) => BitConverter.IsLittleEndian
        ? BitConverter.GetBytes(value)
        : BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(value));

    /// <summary>A number of 24 bits.</summary>
    private static byte[] Number(int value) => Length(value)[..3];
}
