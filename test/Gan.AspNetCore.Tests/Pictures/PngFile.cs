using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Gan.AspNetCore.Tests.Pictures;

/// <summary>A picture read as another program would, chunk by chunk.</summary>
internal sealed record PngFile(int Width, int Height, int Channels, byte[] Rows)
{
    public byte this[int channel, int y, int x] => Rows[y * (1 + Width * Channels) + 1 + x * Channels + channel];

    public static PngFile Read(byte[] file)
    {
        CollectionAssert.AreEqual(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }, file[..8]);
        var chunks = Chunks(file).ToArray();
        CollectionAssert.AreEqual(new[] { "IHDR", "IDAT", "IEND" }, chunks.Select(chunk => chunk.Type).ToArray());
        var header = chunks[0].Data;
        Assert.AreEqual(8, header[8]);

        using var rows = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(chunks[1].Data), CompressionMode.Decompress)) zlib.CopyTo(rows);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        var channels = header[9] == 0 ? 1 : 3;
        Assert.AreEqual(height * (1 + width * channels), rows.Length);
        return new(width, height, channels, rows.ToArray());
    }

    private static IEnumerable<(string Type, byte[] Data)> Chunks(byte[] file)
    {
        for (var place = 8; place < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(place));
            yield return (Encoding.ASCII.GetString(file, place + 4, 4), file.AsSpan(place + 8, length).ToArray());
            place += 12 + length;
        }
    }
}
