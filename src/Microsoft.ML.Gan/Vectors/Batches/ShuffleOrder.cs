using Microsoft.ML.Gan.Noise;

namespace Microsoft.ML.Gan.Vectors.Batches;

/// <summary>The order in which a shuffle buffer gives rows, without the rows: which of its places is taken next.</summary>
/// <remarks>
/// The buffer begins with the first rows in its places. Each row that is taken leaves its place to the next row that is read. While a pass has rows
/// to read, the place is drawn at random; those that are left then go in random order. So a buffer for all rows gives them in the order of one
/// permutation. The rows of the next pass are read into the places in the order in which these are left, and the next draws count them so: the order
/// of a pass does not depend on the one before.
/// </remarks>
/// <param name="rows">The rows of a pass.</param>
/// <param name="places">The rows that the buffer holds, at most all.</param>
internal sealed class ShuffleOrder(long rows, int places)
{
    private const long DrawsAtOnce = 1 << 12;

    private int[] _places = [.. Enumerable.Range(0, places)];         // of the buffer, in the order of a pass's first rows

    /// <summary>The order of a pass, as numbers of its rows.</summary>
    public static long[] Numbers(long rows, int places, IOrderDraws draws)
    {
        long[] held = [.. Enumerable.Range(0, places)];
        var (numbers, next) = (new long[rows], (long)places);
        foreach (var (position, place) in new ShuffleOrder(rows, places).Pass(draws).Index())
        {
            numbers[position] = held[place];
            held[place] = next++;
        }
        return numbers;
    }

    /// <summary>The places that a pass takes, one for each of its rows; as each is taken, the next row is read into it.</summary>
    /// <param name="draws">What it draws from, the same in each pass.</param>
    public IEnumerable<int> Pass(IOrderDraws draws)
    {
        for (var toRead = rows - places; toRead > 0; toRead -= DrawsAtOnce)
            foreach (var drawn in draws.Numbers(Math.Min(toRead, DrawsAtOnce), places)) yield return _places[drawn];

        var (before, position) = (_places, 0);
        _places = new int[places];
        foreach (var drawn in draws.Permutation(places))
        {
            _places[position] = before[drawn];
            yield return _places[position++];
        }
    }
}

