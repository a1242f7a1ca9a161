using System.Buffers.Binary;
using System.IO.Compression;

namespace Gan.Tool.Data;

/// <summary>
/// Reads gzipped IDX files of bytes, the format of MNIST and its kin: a magic number, the sizes in big-endian order, then the values.
/// </summary>
internal static class IdxReader
{
    private const int UnsignedByte = 0x08;

    /// <summary>The shape of one item, and the first items of a file.</summary>
    /// <param name="file">The gzipped file.</param>
    /// <param name="name">What to call the file in messages.</param>
    /// <param name="dimensions">The number of dimensions that the file must have: 1 for labels, 3 for grey images.</param>
    /// <param name="maxItems">Items to read at most.</param>
    /// <exception cref="InvalidDataException">The file is not such a file, or is cut short.</exception>
    public static (int[] ItemShape, byte[][] Items) Read(Stream file, string name, int dimensions, int maxItems)
    {
        using var content = new GZipStream(file, CompressionMode.Decompress);
        var magic = Guarded(name, () => ReadInt32(content));
        if (magic != ((UnsignedByte << 8) | dimensions))
            throw new InvalidDataException($"'{name}' must be an IDX file of bytes in {dimensions} dimension(s), but begins with 0x{magic:X8}.");

        return Guarded(name, () =>
        {
            var items = new byte[Math.Min(ReadInt32(content), maxItems)][];
            var itemShape = Enumerable.Range(1, dimensions - 1).Select(_ => ReadInt32(content)).ToArray();
            var length = itemShape.Aggregate(1, (product, size) => product * size);
            for (var i = 0; i < items.Length; i++) content.ReadExactly(items[i] = new byte[length]);
            return (itemShape, items);
        });
    }

    private static T Guarded<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (EndOfStreamException fault)
        {
            throw new InvalidDataException($"'{name}' must be whole, but is cut short. Copy or download it again.", fault);
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException($"'{name}' must be a gzip file, but is something else or damaged.", fault);
        }
    }

    private static int ReadInt32(Stream content)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        content.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt32BigEndian(bytes);
    }
}
