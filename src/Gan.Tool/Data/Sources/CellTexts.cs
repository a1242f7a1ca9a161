using System.Globalization;
using Gan.Tool.Data.Csv;

namespace Gan.Tool.Data.Sources;

/// <summary>Values as the texts that stand for them, whatever read them.</summary>
internal static class CellTexts
{
    public const string DayFormat = "yyyy-MM-dd";
    public const string MomentFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";
    public const string True = "True";
    public const string False = "False";

    private const string TimeFormat = "HH:mm:ss.FFFFFFF";
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>The kind of a type of values; null if its values can't be learnt.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">What the database calls it, which parts days from moments.</param>
    public static CellKind? KindOf(Type? type, string name) => Type.GetTypeCode(type) switch
    {
        TypeCode.String or TypeCode.Char => name is "json" or "jsonb" or "xml" ? null : CellKind.Text,
        TypeCode.Boolean => CellKind.Boolean,
        TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 => CellKind.Int16,
        TypeCode.UInt16 or TypeCode.Int32 => CellKind.Int32,
        TypeCode.UInt32 or TypeCode.Int64 => CellKind.Int64,
        TypeCode.UInt64 or TypeCode.Decimal => CellKind.Decimal,
        TypeCode.Single => CellKind.Single,
        TypeCode.Double => CellKind.Double,
        TypeCode.DateTime => name == "date" ? CellKind.Date : name == "timestamp with time zone" ? CellKind.ZonedTimestamp : CellKind.Timestamp,
        _ when type == typeof(DateOnly) => CellKind.Date,
        _ when type == typeof(TimeOnly) || (type == typeof(TimeSpan) && name.StartsWith("time", StringComparison.Ordinal)) => CellKind.Time,
        _ when type == typeof(TimeSpan) => CellKind.Duration,
        _ when type == typeof(DateTimeOffset) => CellKind.ZonedTimestamp,
        _ when type == typeof(Guid) => CellKind.Guid,
        _ => null,
    };

    /// <summary>The text of a value.</summary>
    public static string Of(object value, CellKind kind) => value switch
    {
        bool truth => truth ? True : False,
        DateTime date when kind == CellKind.Date => date.ToString(DayFormat, Culture),
        DateTime date when kind == CellKind.ZonedTimestamp => Of(new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc)), kind),
        DateTime date => date.ToString(MomentFormat, Culture),
        DateTimeOffset moment => moment.ToString($"{MomentFormat}zzz", Culture),
        DateOnly day => day.ToString(DayFormat, Culture),
        TimeOnly time => time.ToString(TimeFormat, Culture),
        TimeSpan span when kind == CellKind.Time => TimeOnly.FromTimeSpan(span).ToString(TimeFormat, Culture),
        TimeSpan span => SpanText(span),
        IFormattable other => other.ToString(null, Culture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Which truth value a text is.</summary>
    public static bool IsTrue(string text) => text is "1" || text.Equals(True, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text can stand for a value, written as <see cref="Of"/> writes it where that matters.</summary>
    public static bool Fits(string text, CellKind kind) => kind switch
    {
        CellKind.Boolean => text is "0" or "1" || bool.TryParse(text, out _),
        CellKind.Int16 or CellKind.Int32 or CellKind.Int64 => long.TryParse(text, Culture, out var whole) && whole.ToString(Culture) == text,
        CellKind.Decimal or CellKind.Single or CellKind.Double => double.TryParse(text, Culture, out var number) && number.ToString(Culture) == text,
        CellKind.Date => DateOnly.TryParseExact(text, DayFormat, Culture, DateTimeStyles.None, out _),
        CellKind.Timestamp or CellKind.ZonedTimestamp => text.Length > 1 && text[1] != ':' && DateTime.TryParse(text, Culture, out _),
        CellKind.Time => TimeOnly.TryParse(text, Culture, out _),
        CellKind.Guid => Guid.TryParse(text, out _),
        _ => true,
    };

    /// <summary>Hours of any number, minutes and seconds.</summary>
    private static string SpanText(TimeSpan span)
    {
        var size = span.Duration();
        return $"{(span < TimeSpan.Zero ? "-" : "")}{(int)size.TotalHours:00}:{size.ToString("mm':'ss'.'FFFFFFF", Culture).TrimEnd('.')}";
    }
}
