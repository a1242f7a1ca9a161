namespace Gan.Evaluation.Tables.Coverage;

/// <summary>Rows as points of a <see cref="UnitSpace"/>.</summary>
/// <param name="Count">The number of rows.</param>
/// <param name="NumberCount">The numbers of a row.</param>
/// <param name="Numbers">The numbers, row after row.</param>
/// <param name="CodeCount">The categories of a row.</param>
/// <param name="Codes">The places of the categories' ones, row after row; <see cref="Unknown"/> where there is none.</param>
internal sealed record UnitRows(int Count, int NumberCount, double[] Numbers, int CodeCount, int[] Codes)
{
    public const int Unknown = -1;

    private const int UnlikeKnown = 2, UnlikeUnknown = 1;              // two ones differ, or one

    /// <summary>The nearest of these rows to a row, and its squared distance; the first of those that are as near.</summary>
    /// <param name="rows">The rows that the row is one of.</param>
    /// <param name="row">The row.</param>
    /// <param name="isOther">Whether these rows are the same ones, and the row itself does not count.</param>
    public (double SquaredDistance, int Row) Nearest(UnitRows rows, int row, bool isOther = false)
    {
        var numbers = rows.Numbers.AsSpan(row * NumberCount, NumberCount);
        var codes = rows.Codes.AsSpan(row * CodeCount, CodeCount);
        var (least, nearest) = (double.PositiveInfinity, -1);
        for (var candidate = 0; candidate < Count; candidate++)
        {
            if (isOther && candidate == row) continue;
            var distance = SquaredDistance(candidate, numbers, codes, least);
            if (distance < least) (least, nearest) = (distance, candidate);
        }
        return (least, nearest);
    }

    /// <summary>Ends early, with a part of the distance, once that is no less than the least so far.</summary>
    private double SquaredDistance(int candidate, ReadOnlySpan<double> numbers, ReadOnlySpan<int> codes, double least)
    {
        var unlike = 0;
        var own = Codes.AsSpan(candidate * CodeCount, CodeCount);
        for (var i = 0; i < own.Length; i++)
            if (own[i] != codes[i]) unlike += own[i] == Unknown || codes[i] == Unknown ? UnlikeUnknown : UnlikeKnown;
        double distance = unlike;
        var values = Numbers.AsSpan(candidate * NumberCount, NumberCount);
        for (var i = 0; i < values.Length && distance < least; i++) distance += (values[i] - numbers[i]) * (values[i] - numbers[i]);
        return distance;
    }
}
