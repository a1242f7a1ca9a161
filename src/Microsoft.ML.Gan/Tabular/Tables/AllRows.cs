using Microsoft.ML.Gan.Tabular.Sketches;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>What is known of all rows of a column, of which a reader keeps a sample: how often which values occur.</summary>
internal sealed class AllRows
{
    private readonly ValueCounts _values = new();

    public long Count { get; private set; }

    public long MissingCount { get; private set; }

    /// <value>The rows of each value, of one of <see cref="OneOf"/> values.</value>
    public IReadOnlyCollection<long> Counts => _values.Counts;

    public long OneOf => _values.OneOf;

    /// <value>How many cells that are there have a value that no other has, as far as the counts tell.</value>
    public long SingleCount => OneOf * Counts.Count(count => count == 1);

    /// <value>How many cells repeat the value of another, as far as the counts tell.</value>
    public long RepeatCount => OneOf * Counts.Sum(count => count - 1);

    /// <param name="hash">The value's <see cref="CellHash"/>; null where it is missing.</param>
    public void Add(ulong? hash)
    {
        Count++;
        if (hash is { } known) _values.Add(known);
        else MissingCount++;
    }

    /// <summary>The rows of a value: exact, if it is counted. Else its share of the sample tells, if that proves that enough rows have it.</summary>
    /// <param name="hash">The value's <see cref="CellHash"/>.</param>
    /// <param name="sampled">The rows of the sample that have it.</param>
    /// <param name="sampleRows">The rows of the sample.</param>
    /// <param name="leastRows">As many rows are enough.</param>
    public int CountOf(ulong hash, int sampled, int sampleRows, int leastRows)
    {
        var count = _values.Of(hash) ?? (sampled < leastRows ? sampled : Math.Round((double)sampled / sampleRows * Count));
        return (int)Math.Min(count, int.MaxValue);
    }
}
