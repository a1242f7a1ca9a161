namespace Microsoft.ML.Gan;

/// <summary>A number that changes over a fit: a learning rate, or the weight of a penalty.</summary>
/// <remarks>A plain number converts to a schedule that keeps it.</remarks>
public sealed class GanSchedule
{
    private readonly Func<double, double> _at;
    private readonly string _text;

    private GanSchedule(Func<double, double> at, string text)
    {
        _at = at;
        _text = text;
    }

    /// <summary>A value that stays.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator GanSchedule(double value) => Constant(value);

    /// <summary>A value that stays.</summary>
    /// <param name="value">The value.</param>
    public static GanSchedule Constant(double value) => new(_ => value, $"{value}");

    /// <summary>Half a cosine from one value to another over the whole fit (Loshchilov and Hutter 2017, equation 5).</summary>
    /// <param name="from">The value at the start.</param>
    /// <param name="to">The value at the end.</param>
    public static GanSchedule Cosine(double from, double to = 0) =>
        new(progress => to + (from - to) * 0.5 * (1 + Math.Cos(Math.PI * progress)), $"{from}→{to} (cosine)");

    /// <summary>From one value to another by a constant factor per round, then the second value.</summary>
    /// <param name="from">The value at the start. Range: &gt; 0.</param>
    /// <param name="to">The value at the end. Range: &gt; 0.</param>
    /// <param name="over">The share of the fit that the change takes. Range: above 0 and up to 1. Default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not positive, or <paramref name="over"/> is out of range.</exception>
    public static GanSchedule Geometric(double from, double to, double over = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(from);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(to);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(over);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(over, 1);
        return new(progress => from * Math.Pow(to / from, Math.Min(1, progress / over)), $"{from}→{to} (geometric)");
    }

    /// <summary>The value when a share of the fit is done.</summary>
    /// <param name="progress">The share, from 0 to 1.</param>
    public double At(double progress) => _at(progress);

    /// <summary>The schedule in a few characters, for logs.</summary>
    public override string ToString() => _text;
}
