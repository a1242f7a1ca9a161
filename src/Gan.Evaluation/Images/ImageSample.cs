using Gan.Evaluation.Images.Features;
using Gan.Evaluation.Images.Measures;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Images;

/// <summary>Images drawn from a view, in random order: their features, their classes, and where they stand.</summary>
internal sealed record ImageSample(float[][] Features, string[] Labels, int[] Positions)
{
    public int Count => Features.Length;

    /// <summary>Draws from a view; pixels are let go once the features are there.</summary>
    public static ImageSample Read(ImageView view, ImageShape shape, IFeatureExtractor extractor, ImageEvaluationOptions options)
    {
        var drawn = Draws.Subset(view.Count(), options.MostImages, 0, Draws.Purpose.Images);
        var rows = view.Rows(drawn, shape, options.Black, options.White)
            .ToDictionary(row => row.Position, row => (Features: extractor.Extract(row.Pixels), row.Label));
        return new(Array.ConvertAll(drawn, row => rows[row].Features), Array.ConvertAll(drawn, row => rows[row].Label), drawn);
    }

    /// <summary>The first of them, which are random ones, since the order is.</summary>
    public ImageSample Take(int count) => new([.. Features.Take(count)], [.. Labels.Take(count)], [.. Positions.Take(count)]);

    public ImageSample OfClass(string label) => At([.. Enumerable.Range(0, Count).Where(row => Labels[row] == label)]);

    /// <summary>Two parts: one of every so many, and the others.</summary>
    public (ImageSample Others, ImageSample Every) Split(int every)
    {
        var parts = Enumerable.Range(0, Count).ToLookup(row => row % every == 0);
        return (At([.. parts[false]]), At([.. parts[true]]));
    }

    private ImageSample At(int[] rows) =>
        new(Array.ConvertAll(rows, row => Features[row]), Array.ConvertAll(rows, row => Labels[row]), Array.ConvertAll(rows, row => Positions[row]));
}
