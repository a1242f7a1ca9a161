namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>The grid that a column's values lie on, so that numbers come back with the digits they had.</summary>
/// <remarks>
/// value = origin + unit · point / 10^decimals. The origin is in the exported file, so it tells nothing of one row: years of birth count from 0, not
/// from that of the oldest.
/// </remarks>
/// <param name="IsGrid">Whether there is a grid; if not, points are the values themselves.</param>
/// <param name="Origin">The value at point 0, for whole numbers.</param>
/// <param name="Unit">The distance of neighbours, for whole numbers.</param>
/// <param name="Decimals">Digits behind the point, for others.</param>
internal readonly record struct ValueGrid(bool IsGrid, long Origin, long Unit, int Decimals)
{
    /// <summary>Numbers of more decimals lie on no grid.</summary>
    public const int MostDecimals = 6;

    private const long GreatestExact = 1L << 53;
    private const long FarOrigin = 1L << 40;                          // the distance, in points, of the origins of values that are far from 0

    /// <summary>No grid.</summary>
    public static ValueGrid None => new(false, 0, 1, 0);

    /// <summary>The widest grid of whole numbers that holds all of the values.</summary>
    /// <remarks>It is a coarser one where double precision could not count its points.</remarks>
    public static ValueGrid Of(IReadOnlyList<long> values)
    {
        if (values.Count == 0) return new(true, 0, 1, 0);
        var (least, greatest) = (values.Min(), values.Max());
        ulong unit = 0;
        foreach (var value in values)
        {
            unit = GreatestCommonDivisor(unit, Between(least, value));
            if (unit == 1) break;
        }
        unit = Math.Max(unit, 1);
        while (Between(least, greatest) / unit > GreatestExact - FarOrigin) unit *= 2;
        return new(true, OriginOf(least, greatest, unit), unchecked((long)unit), 0);
    }

    /// <summary>The value nearest to 0 at which points can be counted from: 0 or the rest that all values leave, if double precision can.</summary>
    private static long OriginOf(Int128 least, Int128 greatest, Int128 unit)
    {
        var rest = Rest(least, unit);
        var (first, last) = ((least - rest) / unit, (greatest - rest) / unit);
        if (Int128.Max(Int128.Abs(first), Int128.Abs(last)) <= GreatestExact) return (long)rest;
        var origin = least - Rest(first, FarOrigin) * unit;
        return (long)(origin < long.MinValue ? origin + FarOrigin * unit : origin);
    }

    /// <summary>The rest of a division, from 0.</summary>
    private static Int128 Rest(Int128 value, Int128 divisor) => (value % divisor + divisor) % divisor;

    /// <summary>The fewest decimals with which all of the numbers are written, if they are few.</summary>
    /// <param name="values">The numbers; NaN is passed over.</param>
    /// <param name="isSingle">Whether they were of single precision, so that 0.1 is 0.1 only to seven digits.</param>
    public static ValueGrid Of(IEnumerable<double> values, bool isSingle)
    {
        var decimals = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            while (!IsWrittenWith(decimals, value, isSingle))
                if (++decimals > MostDecimals) return None;
        }
        return new(true, 0, 1, decimals);
    }

    /// <value>The distance of neighbours as a number; 1 where there is no grid.</value>
    public double Distance => Unit / Math.Pow(10, Decimals);

    /// <summary>The point of a whole number.</summary>
    public double PointOf(long value) => PointAt((Int128)value - Origin);

    /// <summary>The point of a number.</summary>
    public double PointOf(double value) => IsGrid ? Math.Round(value * Math.Pow(10, Decimals)) : value;

    /// <summary>The point of a value that is a point of another grid.</summary>
    /// <param name="from">The other grid.</param>
    /// <param name="point">Its point.</param>
    /// <param name="isReal">Whether the values are no whole numbers.</param>
    public double PointOf(ValueGrid from, double point, bool isReal)
    {
        if (isReal) return PointOf(from.IsGrid ? point / Math.Pow(10, from.Decimals) : point);
        return PointAt(from.Origin + (Int128)point * from.Unit - Origin);
    }

    /// <summary>What the points of another grid are on this one: slope · point + offset.</summary>
    /// <remarks>Both are of numbers, of dates or of spans; the points that come out need not be whole.</remarks>
    public (double Slope, double Offset) From(ValueGrid other) => (other.Distance / Distance, (double)((Int128)other.Origin - Origin) / Distance);

    private double PointAt(Int128 distance) => (double)((distance - Rest(distance, unchecked((ulong)Unit))) / unchecked((ulong)Unit));

    private static bool IsWrittenWith(int decimals, double value, bool isSingle)
    {
        var scale = Math.Pow(10, decimals);
        var point = Math.Round(value * scale);
        if (!(Math.Abs(point) < GreatestExact)) return false;
        return isSingle ? (float)(point / scale) == (float)value : point / scale == value;
    }

    private static ulong Between(long from, long to) => unchecked((ulong)to - (ulong)from);

    /// <summary>The greatest number that divides both; of 0 and a number, that.</summary>
    public static ulong GreatestCommonDivisor(ulong a, ulong b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
