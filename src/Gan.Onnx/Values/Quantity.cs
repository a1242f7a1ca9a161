using System.Globalization;

namespace Gan.Onnx;

/// <summary>What the numbers of a column measure: columns of one quantity can be compared, and subtracted from each other.</summary>
/// <param name="figure">A number of it as people read it, in a few characters.</param>
internal sealed class Quantity(Func<double, string> figure)
{
    /// <summary>Numbers of any type.</summary>
    public static Quantity Number { get; } =
        new(value => value.ToString(Math.Abs(value) is >= 1e5 and < 1e12 ? "N0" : "G5", CultureInfo.InvariantCulture));

    /// <summary>A quantity of its own, of ticks that are read as their days.</summary>
    public static Quantity OfDates() =>
        new(ticks => new DateTime(Math.Clamp((long)ticks, 0, DateTime.MaxValue.Ticks)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A number of this quantity as people read it, in a few characters.</summary>
    public string Figure(double value) => figure(value);
}
