namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>The rows of an <see cref="IDataView"/> that a GAN is trained on, read once and checked.</summary>
internal sealed class TrainingData
{
    /// <value>What is known of all of them.</value>
    public required SampleSchema Schema { get; init; }

    /// <value>The number of rows.</value>
    public required long RowCount { get; init; }

    /// <value>What is known of their values.</value>
    public required FeatureStatistics Statistics { get; init; }

    /// <value>Where they were read from, and can be again.</value>
    public required RowSource Source { get; init; }

    /// <value>The first rows, at most 64.</value>
    public required RowStore First { get; init; }

    /// <value>The rows that the limit of memory leaves room for, from the first one on.</value>
    public required RowStore Held { get; init; }

    /// <value>What the values and classes are, as hashes; null if nobody asked.</value>
    public required (string Values, string Classes)? Hashes { get; init; }

    /// <value>Whether there is room for all rows.</value>
    public bool IsHeld => Held.Count == RowCount;
}
