using System.Text.Json.Serialization;

namespace Gan.Onnx;

/// <summary>Numbers that name rows: those that were free in the training table's range, and then those behind it.</summary>
/// <remarks>Of invoices 1 to 26,048 no number is free: they go on from 27,000, which tells the greatest to two digits.</remarks>
/// <param name="Free">The free numbers; there may be none.</param>
/// <param name="Next">The number behind the range.</param>
/// <param name="Greatest">The greatest that there can be.</param>
internal sealed record IdentifierNumbers(FreeNumbers Free, long Next, long Greatest)
{
    private const long Most = 1L << 60;

    /// <summary>Numbers that a table's rows do not have.</summary>
    /// <param name="taken">Those that they have; at least one.</param>
    /// <param name="least">The least that there can be.</param>
    /// <param name="greatest">The greatest.</param>
    public static IdentifierNumbers Beside(IReadOnlyCollection<long> taken, long least, long greatest)
    {
        var (from, to) = ((Int128)taken.Min(), (Int128)taken.Max());
        Int128 unit = 1;
        while ((to - from) / unit >= 100) unit *= 10;
        from = Int128.Max(least, Down(from));
        to = Int128.Min(greatest, Down(to) + unit - 1);
        var count = (long)Int128.Min(Most, to - from + 1);
        var free = FreeNumbers.Within((long)from, count, [.. taken.Select(number => (long)Int128.Min(number - from, Most))]);
        return new(free, (long)Int128.Min(to + 1, long.MaxValue), greatest);

        Int128 Down(Int128 number) => number - (number % unit + unit) % unit;
    }

    /// <summary>Numbers behind those that a table's rows have, where not all of these are known.</summary>
    /// <param name="first">The least that a row has.</param>
    /// <param name="last">The greatest.</param>
    /// <param name="least">The least that there can be.</param>
    /// <param name="greatest">The greatest.</param>
    public static IdentifierNumbers Behind(long first, long last, long least, long greatest) =>
        Beside([first, last], least, greatest) with { Free = FreeNumbers.None };

    /// <value>How many rows there are numbers for.</value>
    [JsonIgnore]
    public UInt128 Capacity => (UInt128)Free.Count + (UInt128)Int128.Max(0, (Int128)Greatest - Next + 1);

    /// <summary>The number of a row.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="order">The order of the free numbers.</param>
    /// <exception cref="InvalidOperationException">There are fewer numbers than rows.</exception>
    public long At(long row, IndexPermutation order)
    {
        if (row < Free.Count) return Free.At(order.At((ulong)row));
        return (UInt128)row < Capacity ? Next + (row - Free.Count) : throw new InvalidOperationException(
            FormattableString.Invariant($"An identifier must have a number for each row, but there are {Capacity} for more rows. Make fewer rows."));
    }

    /// <summary>What is wrong with them.</summary>
    public IEnumerable<string> Problems() => Free is null ? ["no free numbers"] : Free.Problems();
}
