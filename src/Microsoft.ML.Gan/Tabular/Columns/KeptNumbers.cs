namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>
/// What rules keep of the numbers of a row, so that a file can: each is put on its lattice, then raised or added up, one after the other.
/// </summary>
/// <param name="Numbers">The numbers, each behind those that it depends on.</param>
/// <param name="Orders">The pairs of which one is at most the other.</param>
/// <param name="Sums">The sums.</param>
internal sealed record KeptNumbers(IReadOnlyList<KeptNumber> Numbers, IReadOnlyList<KeptOrder> Orders, IReadOnlyList<KeptSum> Sums);

/// <summary>The points that a number may have: a start and whole steps, within a range that leaves room for what must be greater.</summary>
/// <param name="Number">The number's index.</param>
/// <param name="Step">The step; 0 where any point may be.</param>
/// <param name="Start">The start.</param>
/// <param name="Least">The least point.</param>
/// <param name="Greatest">The greatest.</param>
/// <param name="Error">Where any point may be, how far one is from the next that its type tells apart, in its size.</param>
internal sealed record KeptNumber(int Number, double Step, double Start, double Least, double Greatest, double Error)
{
    private const double Smallest = 1e-30;
    private const double Digits = 1e6;                                // of a step: a point of another grid may be a little off

    /// <summary>The least point that may be and is not below another; with isStrict, that is above it.</summary>
    public double Above(double point, bool isStrict = false)
    {
        if (Step == 0) return isStrict ? point + Gap(point) : point;
        var steps = Math.Round((point - Start) / Step * Digits) / Digits;
        return Start + Step * (isStrict ? Math.Floor(steps) + 1 : Math.Ceiling(steps));
    }

    /// <summary>The greatest point that may be and is not above another; with isStrict, that is below it.</summary>
    public double Below(double point, bool isStrict = false)
    {
        if (Step == 0) return isStrict ? point - 2 * Gap(point) : point;
        var steps = Math.Round((point - Start) / Step * Digits) / Digits;
        return Start + Step * (isStrict ? Math.Ceiling(steps) - 1 : Math.Floor(steps));
    }

    private double Gap(double point) => Error * Math.Abs(point) + Smallest;
}

/// <summary>That a number is at most another.</summary>
/// <param name="Lesser">The index of the one.</param>
/// <param name="Greater">The index of the other.</param>
/// <param name="Slope">Points of the other in a point of the one.</param>
/// <param name="Offset">The point of the other at the one's point 0.</param>
/// <param name="IsStrict">Whether they may not be equal.</param>
internal sealed record KeptOrder(int Lesser, int Greater, double Slope, double Offset, bool IsStrict);

/// <summary>That a number is the sum of others.</summary>
/// <param name="Total">The index of the sum.</param>
/// <param name="Parts">The others; a missing one counts as 0.</param>
/// <param name="Offset">The point of the sum of nothing.</param>
internal sealed record KeptSum(int Total, IReadOnlyList<KeptPart> Parts, double Offset);

/// <summary>A part of a sum: slope · point + offset points of it.</summary>
/// <param name="Number">The part's index.</param>
/// <param name="Slope">Points of the sum in a point of the part.</param>
/// <param name="Offset">What the part's point 0 is of the sum.</param>
internal sealed record KeptPart(int Number, double Slope, double Offset);
