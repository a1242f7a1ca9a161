using System.Runtime.InteropServices;

namespace Microsoft.ML.Gan.Tabular.Sketches;

/// <summary>How many rows each different value has, in bounded memory: of all values, or of a uniform sample of too many.</summary>
/// <remarks>
/// Adaptive sampling (Wegman; Flajolet 1990): when there are too many values, those stay whose hashes end in one more zero, about half. A value that
/// stays was counted from its first row on, so its count is exact.
/// </remarks>
/// <param name="most">The most values that are counted. Range: &gt; 0.</param>
internal sealed class ValueCounts(int most = ValueCounts.Most)
{
    /// <summary>The most values that are counted of a column.</summary>
    public const int Most = 1 << 18;

    private readonly Dictionary<ulong, long> _counts = [];
    private ulong _mask;

    /// <value>One of how many values is counted: 1 where all are.</value>
    public long OneOf => (long)_mask + 1;

    /// <value>The rows of each value that is counted.</value>
    public IReadOnlyCollection<long> Counts => _counts.Values;

    /// <param name="hash">The value's <see cref="CellHash"/>.</param>
    public void Add(ulong hash)
    {
        if ((hash & _mask) != 0) return;
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, hash, out _)++;
        while (_counts.Count > most) Halve();
    }

    /// <summary>The rows of a value; null if it is not counted.</summary>
    public long? Of(ulong hash) => _counts.TryGetValue(hash, out var count) ? count : null;

    private void Halve()
    {
        _mask = _mask * 2 + 1;
        foreach (var hash in _counts.Keys)
            if ((hash & _mask) != 0) _counts.Remove(hash);
    }
}
