using Gan.Evaluation.Images.Measures;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Images;

/// <summary>Measures how alike samples of images are to one of real images.</summary>
internal sealed class ImageSimilarityMeasure(ImageSample real, ImageEvaluationOptions options)
{
    private readonly int _dimension = real.Features[0].Length;
    private readonly FrechetDistance? _frechet = real.Count > real.Features[0].Length ? new(real.Features) : null;
    private readonly IReadOnlyList<float[]> _compared = real.Take(options.MostCompared).Features;
    private readonly Neighbourhoods _neighbourhoods = new(real.Take(options.MostCompared).Features, options.Neighbours);

    public ImageSimilarity Measure(ImageSample others)
    {
        var compared = others.Take(options.MostCompared).Features;
        var kernel = KernelDistance.Between(real.Features, others.Features, options.KernelSubsets, options.KernelSubsetSize);
        return new()
        {
            Count = others.Count,
            FrechetDistance = others.Count > _dimension ? _frechet?.To(others.Features) : null,
            KernelDistance = kernel.Mean,
            KernelDeviation = kernel.Deviation,
            SlicedWasserstein = SlicedWasserstein.Between(real.Features, others.Features),
            Precision = PrecisionRecall.Precision(_neighbourhoods, compared),
            Recall = PrecisionRecall.Recall(_compared, new Neighbourhoods(compared, options.Neighbours)),
            Density = DensityCoverage.Density(_neighbourhoods, compared, options.Neighbours),
            Coverage = DensityCoverage.Coverage(_neighbourhoods, compared),
        };
    }
}
