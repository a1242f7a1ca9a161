using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Gan.AspNetCore;

/// <summary>Writes PNG files (ISO 15948) of eight bits a channel.</summary>
internal static class Png
{
    private const byte BitDepth = 8, Grey = 0, Rgb = 2;
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="pixels">Row by row, (height, width, channels).</param>
    /// <param name="width">The pixels of a row.</param>
    /// <param name="channels">1 for grey, 3 for red, green, blue.</param>
    /// <param name="output">Takes the file.</param>
    public static void Write(ReadOnlySpan<byte> pixels, int width, int channels, IBufferWriter<byte> output)
    {
        var stride = width * channels;
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), pixels.Length / stride);
        header[8] = BitDepth;
        header[9] = channels == 1 ? Grey : Rgb;

        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var row = 0; row < pixels.Length; row += stride)
            {
                zlib.WriteByte(0);                          // the row as it is, without a filter
                zlib.Write(pixels.Slice(row, stride));
            }
        }
        output.Write(Signature);
        WriteChunk("IHDR"u8, header, output);
        WriteChunk("IDAT"u8, compressed.ToArray(), output);
        WriteChunk("IEND"u8, [], output);
    }

    private static void WriteChunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data, IBufferWriter<byte> output)
    {
        var chunk = new byte[type.Length + data.Length];
        type.CopyTo(chunk);
        data.CopyTo(chunk.AsSpan(type.Length));
        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        output.Write(number);
        output.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(chunk));
        output.Write(number);
    }
}
