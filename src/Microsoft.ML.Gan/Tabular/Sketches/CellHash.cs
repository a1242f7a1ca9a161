namespace Microsoft.ML.Gan.Tabular.Sketches;

/// <summary>Hashes of cells, of 64 bits, the same in every process; those of numbers are all different.</summary>
internal static class CellHash
{
    private const ulong Start = 0xCBF29CE484222325, Prime = 0x100000001B3;

    /// <summary>Of a text: FNV-1a over its characters, mixed.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Start;
        foreach (var character in text) hash = unchecked((hash ^ character) * Prime);
        return Mixed(hash);
    }

    public static ulong Of(long number) => Mixed(unchecked((ulong)number));

    /// <summary>Of a number; 0 and -0 are one.</summary>
    public static ulong Of(double number) => Of(BitConverter.DoubleToInt64Bits(number + 0.0));

    /// <summary>A bijection that spreads each bit over all (the finalizer of SplitMix64; Steele, Lea and Flood 2014).</summary>
    private static ulong Mixed(ulong hash)
    {
        hash = unchecked((hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9);
        hash = unchecked((hash ^ (hash >> 27)) * 0x94D049BB133111EB);
        return hash ^ (hash >> 31);
    }
}
