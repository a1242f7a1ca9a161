using System.IO.Compression;
using System.Text;

namespace Gan.Tool.Data.Csv;

/// <summary>A CSV file that can be read from its start as often as needed.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Open">Opens its bytes.</param>
internal sealed record CsvSource(string Name, Func<Stream> Open)
{
    private const int StartLength = 1 << 18;

    /// <summary>A file, gzipped if its name ends in .gz.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static CsvSource OfFile(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"The data file must exist, but '{path}' was not found.");
        var isZipped = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        return new(Path.GetFileName(path), () => isZipped ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path));
    }

    public static CsvSource OfText(string text, string name) => new(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));

    /// <summary>The encoding that a byte-order mark tells of; null if there is none.</summary>
    public string? EncodingOfMark()
    {
        using var stream = Open();
        var start = new byte[3];
        return FileEncoding.OfMark(start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)));
    }

    /// <summary>The file's text, without a byte-order mark.</summary>
    public TextReader Text(string encoding) => new StreamReader(Open(), FileEncoding.Of(encoding), detectEncodingFromByteOrderMarks: false);

    /// <summary>The first characters.</summary>
    public string Start(string encoding)
    {
        using var text = Text(encoding);
        var start = new char[StartLength];
        return new string(start, 0, text.ReadBlock(start, 0, start.Length));
    }
}
