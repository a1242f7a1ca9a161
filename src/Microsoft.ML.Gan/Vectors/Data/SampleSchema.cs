namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>What is known of a GAN's samples without any row of them.</summary>
internal sealed record SampleSchema
{
    /// <value>The shape of one sample.</value>
    public required IReadOnlyList<int> Shape { get; init; }

    /// <value>The names of the slots of the feature column; empty if it has none.</value>
    public IReadOnlyList<string> SlotNames { get; init; } = [];

    /// <value>The names of the classes; empty for an unconditional GAN.</value>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <value>Each class's share of the training rows.</value>
    public IReadOnlyList<double> ClassFrequencies { get; init; } = [];

    /// <value>The names of the classes that no row has.</value>
    public IReadOnlyList<string> ClassesWithoutRows => [.. ClassNames.Where((_, index) => ClassFrequencies[index] == 0)];

    /// <value>Whether samples have classes.</value>
    public bool HasClasses => ClassNames.Count > 0;

    /// <summary>The shape of some samples.</summary>
    public long[] ShapeOf(long count) => [count, .. Shape.Select(size => (long)size)];
}
