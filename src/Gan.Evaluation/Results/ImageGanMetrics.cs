using Gan.Onnx;

namespace Microsoft.ML.Gan;

/// <summary>How good generated images are: what <c>mlContext.Gan().EvaluateImages(...)</c> measures.</summary>
/// <remarks>
/// All figures depend on <see cref="Features"/> and on the numbers of images: compare those alone that have both in common. A figure that
/// could not be measured is null, and <see cref="Remarks"/> says why.
/// </remarks>
public sealed class ImageGanMetrics
{
    private readonly Action<ImageGanMetrics, TextWriter> _writeReport;

    /// <param name="writeReport">Writes the report of these figures as HTML.</param>
    internal ImageGanMetrics(Action<ImageGanMetrics, TextWriter> writeReport) => _writeReport = writeReport;

    /// <value>What the images were compared by, such as "ResNet-18 of ML.NET at 224 by 224" or "pixels of 28 by 28".</value>
    public required string Features { get; init; }

    /// <value>How many numbers an image has as features.</value>
    public required int FeatureCount { get; init; }

    /// <value>How many real images were read.</value>
    public required int RealCount { get; init; }

    /// <value>Why figures were not measured, or should not be trusted, a sentence each.</value>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <value>How alike the generated images are to the real ones.</value>
    public required ImageSimilarity Similarity { get; init; }

    /// <value>The same of test images, which are real: about the best that there is to reach. Null without a test view.</value>
    public required ImageSimilarity? Ceiling { get; init; }

    /// <value>
    /// The Vendi score of the generated images (Friedman and Dieng 2023): how many quite unlike ones there are, in effect. From 1 to their
    /// number; as high as <see cref="RealVendiScore"/> is best.
    /// </value>
    public required double VendiScore { get; init; }

    /// <value>The Vendi score of the real images.</value>
    public required double RealVendiScore { get; init; }

    /// <value>
    /// C_T, whether generated images are nearer to the training images than test images are (Meehan et al. 2020), in standard deviations:
    /// about 0 if they are new, below −3 if some are near copies, above 3 if they are farther off. Null without a test view.
    /// </value>
    public required double? Memorization { get; init; }

    /// <value>
    /// The classification accuracy score (Ravuri and Vinyals 2019): how many real images a model gives their class that was trained on the
    /// generated ones. From 0 to 1; null without labels.
    /// </value>
    public required double? ClassificationAccuracy { get; init; }

    /// <value>The same of a model that was trained on real images. Null without labels.</value>
    public required double? RealClassificationAccuracy { get; init; }

    /// <value>The classes of the real images in alphabetical order; none without labels.</value>
    public required IReadOnlyList<ImageClassMetrics> Classes { get; init; }

    /// <summary>Writes a report as one HTML file that needs no other.</summary>
    /// <remarks>It has the scores, images of both kinds, the generated ones nearest to a training image, and each class.</remarks>
    /// <param name="path">The file; one that exists is replaced when the new one is complete.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">The path is a folder's, or the file can't be written.</exception>
    public void SaveHtml(string path) => AtomicFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        _writeReport(this, writer);
    });
}
