using System.Globalization;

namespace Gan.Onnx;

/// <summary>What the numbers of a column measure: columns of one quantity can be compared, and subtracted from each other.</summary>
/// <param name="figures">How a number of it is written, in a few characters first, then in more and more.</param>
internal sealed class Quantity(params Func<double, string>[] figures)
{
    private const int MostDigits = 17;                    // no two numbers are alike in these

    /// <summary>Numbers of any type.</summary>
    public static Quantity Number { get; } = new(
        [
            value => Text(value, Math.Abs(value) is >= 1e5 and < 1e12 ? "N0" : "G5"),
            .. Enumerable.Range(6, MostDigits - 5).Select(digits => new Func<double, string>(value => Text(value, $"G{digits}"))),
        ]);

    /// <summary>A quantity of its own, of ticks that are read as their days; as times, where days are alike.</summary>
    public static Quantity OfDates() => new(DateAs("yyyy-MM-dd"), DateAs("yyyy-MM-dd HH:mm"), DateAs("yyyy-MM-dd HH:mm:ss.FFFFFFF"));

    /// <summary>A number of this quantity as people read it, in a few characters.</summary>
    public string Figure(double value) => figures[0](value);

    /// <summary>Several numbers, in as few characters as tell different ones apart: 5.00001 and 5.00002, not 5 and 5.</summary>
    public string[] Figures(params double[] values)
    {
        var count = values.Distinct().Count();
        var texts = figures.Select(figure => Array.ConvertAll(values, value => figure(value)));
        return texts.FirstOrDefault(figure => figure.Distinct().Count() == count) ?? texts.Last();
    }

    private static string Text(double value, string format) => (value + 0.0).ToString(format, CultureInfo.InvariantCulture);      // -0 is 0

    private static Func<double, string> DateAs(string format) =>
        ticks => new DateTime(Math.Min((long)ticks, DateTime.MaxValue.Ticks)).ToString(format, CultureInfo.InvariantCulture);
}
