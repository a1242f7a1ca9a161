namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>What is known of all values of the training data, found out row by row.</summary>
internal abstract class FeatureStatistics
{
    /// <value>Mean, deviation and range of each slot.</value>
    public abstract IReadOnlyList<SlotStatistics> Slots { get; }

    /// <value>Whether all values are whole numbers from 0 to 255, and some in the upper half.</value>
    public abstract bool HasValuesLikePixels { get; }

    /// <value>Whether the least value and the greatest both occur more than once, as those of pixels do.</value>
    public abstract bool HasEndsLikePixels { get; }

    /// <summary>Takes in a row: its value i is one of slot i, modulo the number of slots.</summary>
    public abstract void Add(ReadOnlySpan<byte> row);
}
