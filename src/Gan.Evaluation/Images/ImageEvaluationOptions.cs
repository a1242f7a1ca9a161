namespace Microsoft.ML.Gan;

/// <summary>How images are evaluated, and by what.</summary>
public sealed class ImageEvaluationOptions
{
    /// <summary>The fewest images of a view, and of a class, that are evaluated.</summary>
    public const int LeastImages = 20;

    /// <value>What images are compared by. Default <see cref="ImageFeatures.Pixels"/>; a network knows more of images that are not tiny.</value>
    public ImageFeatures Features { get; init; } = ImageFeatures.Pixels;

    /// <value>The column of pixels of the real and the test images: a vector of Single (channels, height, width). Default "Features".</value>
    public string RealColumnName { get; init; } = "Features";

    /// <value>The column of pixels of the generated images, of the same size. Default "Sample", as generators name it.</value>
    public string GeneratedColumnName { get; init; } = "Sample";

    /// <value>The column of classes in all views: texts, keys or numbers. Default null: no figures of classes.</value>
    public string? LabelColumnName { get; init; }

    /// <value>Real images that the generator was not trained on. Default null: no ceiling, and no test for copies.</value>
    public IDataView? Test { get; init; }

    /// <value>Channels, height and width. Default null: those of the real column's vector.</value>
    public IReadOnlyList<int>? Shape { get; init; }

    /// <value>The value of black pixels. Default 0; −1 for images from −1 to 1.</value>
    public float Black { get; init; }

    /// <value>The value of white pixels. Default 1. Range: greater than <see cref="Black"/>.</value>
    public float White { get; init; } = 1;

    /// <value>The most images that are read of each view, drawn at random; their features stay in memory. Default 10,000. Range: ≥ 20.</value>
    public int MostImages { get; init; } = 10_000;

    /// <value>The most images of each view that are compared one by one, for precision, recall and their like. Default 2,000. Range: ≥ 20.</value>
    public int MostCompared { get; init; } = 2_000;

    /// <value>k: how many neighbours an image's neighbourhood reaches to. Default 5. Range: 1 to 19.</value>
    public int Neighbours { get; init; } = 5;

    /// <value>How many subsets the kernel distance is the mean of. Default 50. Range: ≥ 2.</value>
    public int KernelSubsets { get; init; } = 50;

    /// <value>The images of a subset, at most half of those there are. Default 500. Range: ≥ 10.</value>
    public int KernelSubsetSize { get; init; } = 500;

    /// <summary>What is wrong with the options.</summary>
    internal IEnumerable<string> Problems()
    {
        if (!(float.IsFinite(Black) && float.IsFinite(White) && White > Black))
            yield return $"{nameof(White)} must be greater than {nameof(Black)} ({Black}), but was {White}.";
        if (MostImages < LeastImages) yield return $"{nameof(MostImages)} must be at least {LeastImages}, but was {MostImages}.";
        if (MostCompared < LeastImages) yield return $"{nameof(MostCompared)} must be at least {LeastImages}, but was {MostCompared}.";
        if (Neighbours is < 1 or > 19) yield return $"{nameof(Neighbours)} must be from 1 to 19, but was {Neighbours}.";
        if (KernelSubsets < 2) yield return $"{nameof(KernelSubsets)} must be at least 2, but was {KernelSubsets}.";
        if (KernelSubsetSize < 10) yield return $"{nameof(KernelSubsetSize)} must be at least 10, but was {KernelSubsetSize}.";
        if (Shape is { } shape && !(shape is [1 or 3, > 0, > 0]))
            yield return $"{nameof(Shape)} must be 1 or 3 channels, a height and a width, but was ({string.Join(", ", shape)}).";
    }
}
