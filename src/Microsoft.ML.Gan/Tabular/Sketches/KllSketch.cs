using System.Runtime.InteropServices;

namespace Microsoft.ML.Gan.Tabular.Sketches;

/// <summary>Quantiles of any number of values in bounded memory: the sketch of Karnin, Lang and Liberty (2016).</summary>
/// <remarks>
/// A value of level h stands for 2^h values. A level that is full is sorted, and every second of its values goes up, those at even or at odd places
/// by a coin; the others are gone. Levels have room for k, k · 2/3, k · 4/9, ... values from the top down, about 3 k together.
/// </remarks>
/// <typeparam name="T">The values' type.</typeparam>
/// <param name="size">k, the room of the top level. Range: &gt; 1.</param>
/// <param name="coin">Decides, by the number of the toss.</param>
internal sealed class KllSketch<T>(int size, Func<long, bool> coin)
    where T : struct, IComparable<T>
{
    private const double Shrinking = 2.0 / 3;
    private const int LeastRoom = 8;

    private readonly List<List<T>> _levels = [[]];
    private readonly int _size = size;
    private int _held;
    private int _room = size;
    private long _tosses;
    private double _variance;                                         // the sum of the squares of what each toss may change of a rank

    /// <value>The values that came.</value>
    public long Count { get; private set; }

    /// <value>The least value.</value>
    public T Least { get; private set; }

    /// <value>The greatest value.</value>
    public T Greatest { get; private set; }

    /// <summary>
    /// How far from the true rank, of 0 to 1, that of a value is at most, but for a chance: ε = √(2 ln(2 / chance) Σ 4^h) / n over all times that a
    /// level h went up. By Hoeffding's inequality, as in the paper: each changes a rank by 2^h / n, or by as much the other way, or not at all.
    /// </summary>
    /// <param name="chance">The probability that it is farther. Range: from 0 to 1, without the ends.</param>
    public double ErrorBound(double chance) => Count == 0 ? 0 : Math.Sqrt(2 * Math.Log(2 / chance) * _variance) / Count;

    public void Add(T value)
    {
        if (Count == 0 || value.CompareTo(Least) < 0) Least = value;
        if (Count == 0 || value.CompareTo(Greatest) > 0) Greatest = value;
        Count++;
        _levels[0].Add(value);
        if (++_held > _room) Compress();
    }

    /// <summary>The ranks of values, as far as the sketch knows them.</summary>
    /// <param name="convert">What a value becomes; the order must stay.</param>
    public SketchedRanks ToRanks(Func<T, double> convert)
    {
        var values = _levels.SelectMany(level => level).Select(convert).ToArray();
        var weights = _levels.SelectMany((level, height) => Enumerable.Repeat(1L << height, level.Count)).ToArray();
        Array.Sort(values, weights);
        return new(values, weights, convert(Least), convert(Greatest));
    }

    /// <summary>Lets the lowest level that is full go up.</summary>
    private void Compress()
    {
        var height = 0;
        while (_levels[height].Count <= RoomOf(height)) height++;
        if (height == _levels.Count - 1)
        {
            _levels.Add([]);
            _room = Enumerable.Range(0, _levels.Count).Sum(RoomOf);
        }
        var level = _levels[height];
        var all = CollectionsMarshal.AsSpan(level);
        var pairs = all[(all.Length % 2)..];                          // of an odd number one stays
        pairs.Sort();
        for (var place = coin(_tosses++) ? 1 : 0; place < pairs.Length; place += 2) _levels[height + 1].Add(pairs[place]);
        _held -= pairs.Length / 2;
        _variance += Math.Pow(4, height);
        level.RemoveRange(all.Length % 2, pairs.Length);
    }

    private int RoomOf(int height) => Math.Max(LeastRoom, (int)Math.Ceiling(_size * Math.Pow(Shrinking, _levels.Count - 1 - height)));
}
