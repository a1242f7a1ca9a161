namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>The grid that a column's values lie on, so that numbers come back with the digits they had.</summary>
/// <remarks>value = origin + unit · point / 10^decimals.</remarks>
/// <param name="IsGrid">Whether there is a grid; if not, points are the values themselves.</param>
/// <param name="Origin">The value at point 0, for whole numbers.</param>
/// <param name="Unit">The distance of neighbours, for whole numbers.</param>
/// <param name="Decimals">Digits behind the point, for others.</param>
internal readonly record struct ValueGrid(bool IsGrid, long Origin, long Unit, int Decimals)
{
    /// <summary>Numbers of more decimals lie on no grid.</summary>
    public const int MostDecimals = 6;

    private const long GreatestExact = 1L << 53;

    /// <summary>No grid.</summary>
    public static ValueGrid None => new(false, 0, 1, 0);

    /// <summary>The widest grid of whole numbers that holds all of the values.</summary>
    /// <remarks>It is a coarser one where double precision could not count its points.</remarks>
    public static ValueGrid Of(IReadOnlyList<long> values)
    {
        if (values.Count == 0) return new(true, 0, 1, 0);
        var origin = values.Min();
        var range = Between(origin, values.Max());
        ulong unit = 0;
        foreach (var value in values)
        {
            unit = GreatestCommonDivisor(unit, Between(origin, value));
            if (unit == 1) break;
        }
        unit = Math.Max(unit, 1);
        while (range / unit > (ulong)GreatestExact) unit *= 2;
        return new(true, origin, unchecked((long)unit), 0);
    }

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
    public double PointOf(long value) => Between(Origin, value) / unchecked((ulong)Unit);

    /// <summary>The point of a number.</summary>
    public double PointOf(double value) => IsGrid ? Math.Round(value * Math.Pow(10, Decimals)) : value;

    /// <summary>The point of a value that is a point of another grid.</summary>
    /// <param name="from">The other grid.</param>
    /// <param name="point">Its point.</param>
    /// <param name="isReal">Whether the values are no whole numbers.</param>
    public double PointOf(ValueGrid from, double point, bool isReal)
    {
        if (isReal) return PointOf(from.IsGrid ? point / Math.Pow(10, from.Decimals) : point);
        var distance = from.Origin + (Int128)point * from.Unit - Origin;
        return (double)(distance / Unit - (distance % Unit < 0 ? 1 : 0));
    }

    private static bool IsWrittenWith(int decimals, double value, bool isSingle)
    {
        var scale = Math.Pow(10, decimals);
        var point = Math.Round(value * scale);
        if (!(Math.Abs(point) < GreatestExact)) return false;
        return isSingle ? (float)(point / scale) == (float)value : point / scale == value;
    }

    private static ulong Between(long from, long to) => unchecked((ulong)to - (ulong)from);

    private static ulong GreatestCommonDivisor(ulong a, ulong b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
