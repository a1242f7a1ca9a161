namespace Microsoft.ML.Gan;

/// <summary>How alike images are to the real ones, as distributions of features.</summary>
public sealed record ImageSimilarity
{
    /// <value>How many images were compared with the real ones.</value>
    public required int Count { get; init; }

    /// <value>
    /// The squared Fréchet distance ("FID" where the features are Inception's; Heusel et al. 2017): 0 is best. It is too high with few
    /// images: compare figures of equal numbers only. Null if either images are no more than the features.
    /// </value>
    public required double? FrechetDistance { get; init; }

    /// <value>The kernel distance ("KID", Bińkowski et al. 2018), without bias: 0 is best, and slightly negative values are 0.</value>
    public required double KernelDistance { get; init; }

    /// <value>The standard deviation of the kernel distance over subsets of the images.</value>
    public required double KernelDeviation { get; init; }

    /// <value>The sliced Wasserstein distance (Rabin et al. 2012), in the features' own unit: 0 is best.</value>
    public required double SlicedWasserstein { get; init; }

    /// <value>The share of the images that lie where real ones do (Kynkäänniemi et al. 2019): fidelity. 1 is best.</value>
    public required double Precision { get; init; }

    /// <value>The share of the real images that lie where these do (Kynkäänniemi et al. 2019): diversity. 1 is best.</value>
    public required double Recall { get; init; }

    /// <value>As precision, but crowded places count for more (Naeem et al. 2020): about 1 for real images, and may exceed it.</value>
    public required double Density { get; init; }

    /// <value>The share of the real images that have one of these among their nearest (Naeem et al. 2020). 1 is best.</value>
    public required double Coverage { get; init; }
}
