namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>The rows of an <see cref="IDataView"/> that a GAN is trained on, read once and checked.</summary>
internal sealed class TrainingData
{
    /// <value>The values, row after row.</value>
    public required float[] Values { get; init; }

    /// <value>The number of rows.</value>
    public required int RowCount { get; init; }

    /// <value>The shape of one row.</value>
    public required IReadOnlyList<int> SampleShape { get; init; }

    /// <value>The names of the slots of the feature column; empty if it has none.</value>
    public required IReadOnlyList<string> SlotNames { get; init; }

    /// <value>The class of each row, counted from 0; empty for an unconditional GAN.</value>
    public required long[] Classes { get; init; }

    /// <value>The names of the classes; empty for an unconditional GAN.</value>
    public required IReadOnlyList<string> ClassNames { get; init; }

    /// <summary>Each class's share of the rows.</summary>
    public IReadOnlyList<double> ClassFrequencies()
    {
        var counts = new double[ClassNames.Count];
        foreach (var key in Classes) counts[key]++;
        return Array.ConvertAll(counts, count => count / RowCount);
    }
}
