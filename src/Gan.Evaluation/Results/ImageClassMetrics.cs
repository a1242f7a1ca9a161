namespace Microsoft.ML.Gan;

/// <summary>How good the generated images of one class are, against the real ones of that class.</summary>
public sealed record ImageClassMetrics
{
    /// <value>The class.</value>
    public required string Name { get; init; }

    /// <value>How many real images of it there are.</value>
    public required int RealCount { get; init; }

    /// <value>How alike they are; null with fewer than 20 images of either.</value>
    public required ImageSimilarity? Similarity { get; init; }
}
