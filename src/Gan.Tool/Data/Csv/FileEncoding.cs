using System.Text;

namespace Gan.Tool.Data.Csv;

/// <summary>Encodings of files by name; what is wrong in a file is an error, and no character is made up for it.</summary>
internal static class FileEncoding
{
    public const string Default = "utf-8";

    static FileEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of a name, such as utf-8, utf-16 and windows-1252.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Encoding Of(string name) => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    /// <summary>The encoding of a dialect, with a byte-order mark as the file had, or without.</summary>
    public static Encoding Of(CsvDialect dialect) => Of(dialect.Encoding) switch
    {
        UTF8Encoding => new UTF8Encoding(dialect.HasByteOrderMark),
        UnicodeEncoding utf16 => new UnicodeEncoding(bigEndian: utf16.CodePage != Encoding.Unicode.CodePage, dialect.HasByteOrderMark),
        var other => other,
    };

    /// <summary>The encoding that the byte-order mark at a file's start tells of; null if there is none.</summary>
    public static string? OfMark(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Default,
        [0xFF, 0xFE, ..] => "utf-16",
        [0xFE, 0xFF, ..] => "utf-16BE",
        _ => null,
    };
}
