using System.Globalization;

namespace Gan.Tool.Reporting;

/// <summary>Text from files, of which nothing can command a terminal.</summary>
internal static class Printable
{
    private const char Unprintable = '\uFFFD';
    private const int ControlPictures = '\u2400';
    private const char Delete = '\u007F';

    /// <summary>The text with a picture in the place of each control character but line ends: ␛ for escape.</summary>
    public static string Of(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : string.Concat(text.Select(PictureOf));

    private static char PictureOf(char c) => c switch
    {
        '\r' or '\n' => c,
        < ' ' => (char)(ControlPictures + c),
        Delete => '\u2421',
        _ => CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Unprintable,
            UnicodeCategory.Format when c is not ('\u200C' or '\u200D' or '\u00AD') => Unprintable,            // what turns the direction of writing
            _ => c,
        },
    };
}
