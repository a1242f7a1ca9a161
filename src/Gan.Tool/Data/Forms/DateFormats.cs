namespace Gan.Tool.Data.Forms;

/// <summary>The ways to write dates that are known, the commoner first.</summary>
internal static class DateFormats
{
    private static readonly string[] Separators = ["-", "/", "."];

    private static readonly string[] Times =
    [
        "HH:mm", "HH:mm:ss", "H:mm", "H:mm:ss", "hh:mm tt", "h:mm tt", "hh:mm:ss tt", "h:mm:ss tt", "hh:mmtt", "h:mmtt",
        .. Enumerable.Range(1, 7).Select(digits => $"HH:mm:ss.{new string('f', digits)}"), "HH:mm:ss.FFFFFFF", "HH:mm:ss,fff",
    ];

    private static readonly string[] Joints = [" ", "'T'", ", "];

    private static readonly string[] Names =
    [
        "dd-MMM-yyyy", "d-MMM-yyyy", "dd-MMM-yy", "d-MMM-yy", "dd MMM yyyy", "d MMM yyyy", "dd MMMM yyyy", "d MMMM yyyy", "d. MMMM yyyy",
        "MMM dd, yyyy", "MMM d, yyyy", "MMMM dd, yyyy", "MMMM d, yyyy", "ddd, dd MMM yyyy", "ddd, d MMM yyyy", "dddd, MMMM d, yyyy", "ddMMMyyyy",
        "yyyy-MMM-dd", "MMM yyyy", "MMMM yyyy", "MMM-yyyy", "MMM-yy",
    ];

    /// <value>Days alone, with the order of their parts.</value>
    public static IReadOnlyList<(string Format, DateOrder Order)> Days { get; } =
    [
        .. Separators.SelectMany(s => Of(DateOrder.Ymd, $"yyyy{s}MM{s}dd", $"yyyy{s}M{s}d", $"yy{s}MM{s}dd")),
        .. Of(DateOrder.Ymd, "yyyy-MM", "yyyy/MM", "yyyyMMdd", "yyyyMM", "yyyyMMddHHmm", "yyyyMMddHHmmss"),
        .. Separators.SelectMany(s => Of(DateOrder.Dmy, $"dd{s}MM{s}yyyy", $"d{s}M{s}yyyy", $"dd{s}MM{s}yy")),
        .. Separators.Take(2).SelectMany(s => Of(DateOrder.Dmy, $"d{s}M{s}yy")),                        // 1.2.10 may be a version
        .. Separators.Take(2).SelectMany(s => Of(DateOrder.Mdy, $"MM{s}dd{s}yyyy", $"M{s}d{s}yyyy", $"MM{s}dd{s}yy", $"M{s}d{s}yy")),
        .. Of(DateOrder.Ymd, Names),
    ];

    /// <value>Days alone and with times.</value>
    public static IReadOnlyList<(string Format, DateOrder Order)> All { get; } =
    [
        .. Days,
        .. from day in Days from joint in Joints from time in Times select (day.Format + joint + time, day.Order),
    ];

    private static IEnumerable<(string Format, DateOrder Order)> Of(DateOrder order, params string[] formats) =>
        formats.Select(format => (format, order));
}
