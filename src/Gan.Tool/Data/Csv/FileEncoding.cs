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

    /// <summary>The encoding that the byte-order mark at a file's start tells of; null if there is none.</summary>
    public static string? OfMark(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Default,
        [0xFF, 0xFE, ..] => "utf-16",
        [0xFE, 0xFF, ..] => "utf-16BE",
        _ => null,
    };
}
