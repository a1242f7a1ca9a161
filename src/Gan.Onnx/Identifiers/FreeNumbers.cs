namespace Gan.Onnx;

/// <summary>Numbers that no training row has: those of one rest of a division that none of theirs leaves.</summary>
/// <remarks>
/// Of 10, 24 and 31 none leaves 2 when divided by 3: the free numbers from 10 to 39 are 11, 14, 17, ... That says nothing else of the three, and how
/// the numbers were found needs no list of them in the file.
/// </remarks>
/// <param name="First">The first free number.</param>
/// <param name="Step">The distance of two. Range: &gt; 0.</param>
/// <param name="Count">How many there are. Range: from 0 to 2⁶².</param>
internal sealed record FreeNumbers(long First, long Step, long Count)
{
    private const long LeastPerRow = 4;

    /// <value>No number.</value>
    public static FreeNumbers None { get; } = new(0, 1, 0);

    /// <summary>The free numbers within a range, if there are several for each that is taken; else none.</summary>
    /// <param name="least">The least number of the range.</param>
    /// <param name="count">How many it has. Range: from 0 to 2⁶².</param>
    /// <param name="taken">The numbers that are taken, from 0 as the range begins; some may be outside.</param>
    public static FreeNumbers Within(long least, long count, IReadOnlyCollection<long> taken)
    {
        for (var step = 3L; count / step >= LeastPerRow * taken.Count; step += step / 4 + 1)
        {
            if (step % 2 == 0) step++;
            if (step % 5 == 0) step += 2;                             // else the last digits would show it
            var isTaken = new bool[step];
            foreach (var number in taken) isTaken[(number % step + step) % step] = true;
            var rest = Array.IndexOf(isTaken, false);
            if (rest >= 0 && rest < count) return new(least + rest, step, (count - rest - 1) / step + 1);
        }
        return None;
    }

    /// <summary>A free number.</summary>
    /// <param name="index">Which of them. Range: from 0 to <see cref="Count"/> − 1.</param>
    public long At(ulong index) => First + Step * (long)index;

    /// <summary>What is wrong with them.</summary>
    public IEnumerable<string> Problems()
    {
        if (Step < 1) yield return $"free numbers at a distance of {Step}";
        if (Count is < 0 or > 1L << 62) yield return $"{Count} free numbers";
    }
}
