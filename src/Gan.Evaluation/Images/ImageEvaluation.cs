using Gan.Evaluation.Images.Features;
using Gan.Evaluation.Images.Measures;
using Gan.Evaluation.Images.Report;
using Microsoft.ML;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Images;

/// <summary>Measures generated images against real ones.</summary>
internal sealed class ImageEvaluation
{
    private const int Least = ImageEvaluationOptions.LeastImages, HeldOutEvery = 5, FewForEach = 5;

    private readonly MLContext _mlContext;
    private readonly ImageEvaluationOptions _options;
    private readonly ImageShape _shape;
    private readonly ImageView _real, _generated;
    private readonly ImageView? _test;

    public ImageEvaluation(MLContext mlContext, IDataView real, IDataView generated, ImageEvaluationOptions options)
    {
        (_mlContext, _options) = (mlContext, options);
        _real = new(mlContext, "real", real, options.RealColumnName, options.LabelColumnName);
        _generated = new(mlContext, "generated", generated, options.GeneratedColumnName, options.LabelColumnName);
        _test = options.Test is null ? null : new(mlContext, "test", options.Test, options.RealColumnName, options.LabelColumnName);
        IReadOnlyList<int> shape = options.Shape ?? _real.Type.Dimensions;
        _shape = shape is [1 or 3, > 0, > 0]
            ? new(shape[0], shape[1], shape[2])
            : throw new ArgumentException(
                $"Column '{options.RealColumnName}' must have 1 or 3 channels, a height and a width, but has ({string.Join(", ", shape)}). " +
                $"Set {nameof(options.Shape)}.");
    }

    /// <summary>Measures everything.</summary>
    public ImageGanMetrics Measure()
    {
        using var extractor = _options.Features.Open(_mlContext, _shape);
        var (real, generated) = (Read("real", _real, extractor), Read("generated", _generated, extractor));
        var test = _test is null ? null : Read("test", _test, extractor);
        var similarity = new ImageSimilarityMeasure(real, _options);
        var compared = generated.Take(_options.MostCompared);
        var nearest = NearestImages.Of(compared.Features, real.Features);
        var nearestOfTest = test is null ? [] : NearestImages.Of(test.Take(_options.MostCompared).Features, real.Features);
        var models = new FeatureModels();
        var (realAccuracy, accuracy) = _options.LabelColumnName is null ? default : Accuracies(models, real, generated, test);
        var classes = Classes(real, generated);
        var pictures = Pictures(real, generated, nearest);
        return new((metrics, writer) => new ImageReport(metrics, pictures, Distances(nearest), Distances(nearestOfTest)).Write(writer))
        {
            Features = extractor.Name,
            FeatureCount = real.Features[0].Length,
            RealCount = real.Count,
            Similarity = similarity.Measure(generated),
            Ceiling = test is null ? null : similarity.Measure(test.Take(generated.Count)),
            VendiScore = VendiScore.Of(generated.Features),
            RealVendiScore = VendiScore.Of(real.Take(generated.Count).Features),
            Memorization = test is null ? null : DataCopying.Score(models.Cells(real), nearest, nearestOfTest),
            ClassificationAccuracy = accuracy,
            RealClassificationAccuracy = realAccuracy,
            Classes = classes,
            Remarks = [.. Remarks(real, generated, test, classes)],
        };
    }

    private ImageSample Read(string role, ImageView view, IFeatureExtractor extractor)
    {
        var sample = ImageSample.Read(view, _shape, extractor, _options);
        return sample.Count >= Least
            ? sample
            : throw new ArgumentException($"The {role} view must have at least {Least} images, but has {sample.Count}.");
    }

    /// <summary>Of models that are trained on real and on generated images; without test images, every fifth real one is tested.</summary>
    private static (double? Real, double? Generated) Accuracies(FeatureModels models, ImageSample real, ImageSample generated, ImageSample? test)
    {
        var (train, tested) = test is null ? real.Split(HeldOutEvery) : (real, test);
        return (models.Accuracy(train, tested), models.Accuracy(generated, tested));
    }

    private ImageClassMetrics[] Classes(ImageSample real, ImageSample generated) => _options.LabelColumnName is null
        ? []
        : [.. real.Labels.Distinct().Order(StringComparer.Ordinal).Select(name => Class(name, real.OfClass(name), generated.OfClass(name)))];

    private ImageClassMetrics Class(string name, ImageSample real, ImageSample generated) => new()
    {
        Name = name,
        RealCount = real.Count,
        Similarity = real.Count >= Least && generated.Count >= Least ? new ImageSimilarityMeasure(real, _options).Measure(generated) : null,
    };

    private static IEnumerable<string> Remarks(ImageSample real, ImageSample generated, ImageSample? test, ImageClassMetrics[] classes)
    {
        var dimension = real.Features[0].Length;
        var fewest = Math.Min(real.Count, generated.Count);
        if (fewest <= dimension)
            yield return $"The Fréchet distance is not measured: {fewest} images are too few for {dimension} features. See the kernel distance.";
        else if (fewest < FewForEach * dimension)
            yield return $"The Fréchet distance is too high: {fewest} images are few for {dimension} features. See the kernel distance.";
        if (test is null) yield return "There are no test images: without them there is no ceiling, and copies are not looked for.";
        else if (test.Count < generated.Count)
        {
            yield return $"The ceiling is of {test.Count} test images, the figures are of {generated.Count} generated ones: " +
                "its Fréchet distance is higher for that.";
        }
        foreach (var missing in classes.Where(found => found.Similarity is null))
            yield return $"Class '{missing.Name}' is not measured: it has fewer than {Least} real or generated images.";
    }

    private ReportPictures Pictures(ImageSample real, ImageSample generated, (float Distance, int Position)[] nearest)
    {
        var closest = Enumerable.Range(0, nearest.Length).OrderBy(row => nearest[row].Distance).Take(ReportPictures.Pairs).ToArray();
        return new(
            _shape,
            Pixels(_real, real.Positions.Take(ReportPictures.Many)),
            Pixels(_generated, generated.Positions.Take(ReportPictures.Many)),
            Pixels(_generated, closest.Select(row => generated.Positions[row])),
            Pixels(_real, closest.Select(row => real.Positions[nearest[row].Position])));
    }

    /// <summary>The pixels of some rows, in the order asked for: they are read once more.</summary>
    private float[][] Pixels(ImageView view, IEnumerable<int> positions)
    {
        var rows = positions.ToArray();
        var pixels = view.Rows(rows, _shape, _options.Black, _options.White).ToDictionary(row => row.Position, row => row.Pixels);
        return Array.ConvertAll(rows, row => pixels[row]);
    }

    private static float[] Distances((float Distance, int Position)[] nearest) => Array.ConvertAll(nearest, found => found.Distance);
}
