using System.Globalization;

namespace Gan.Tool.Data;

/// <summary>Dates as texts, the year first (ISO 8601, with a space or a T before the time): no other order can be told for sure.</summary>
internal static class DateTexts
{
    private static readonly string[] Formats =
    [
        .. from day in new[] { "yyyy-MM-dd", "yyyy/MM/dd" }
           from time in new[]
           {
               "", " HH:mm", " HH:mm:ss", " HH:mm:ss.fff", " HH:mm:ss.ffffff", "'T'HH:mm", "'T'HH:mm:ss", "'T'HH:mm:ss.fff",
               "'T'HH:mm:ss.ffffff", "'T'HH:mm:ss.fffffff", "'T'HH:mm:ss'Z'", "'T'HH:mm:ss.fff'Z'",
           }
           select day + time,
    ];

    /// <summary>The format that all texts have; null if there is none.</summary>
    public static string? FormatOf(IEnumerable<string> texts) => Formats.FirstOrDefault(format => texts.All(text => Parse(text, format) is not null));

    /// <summary>The date of a text; null if it is not of the format.</summary>
    public static DateTime? Parse(string text, string format) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
