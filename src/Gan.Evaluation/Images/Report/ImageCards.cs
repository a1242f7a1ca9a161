using Gan.Evaluation.Report;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Images.Report;

/// <summary>The overall scores of images, each with what it says.</summary>
internal static class ImageCards
{
    public static string Write(ImageGanMetrics metrics) => string.Concat(Cards(metrics));

    private static IEnumerable<string> Cards(ImageGanMetrics metrics)
    {
        var (score, ceiling) = (metrics.Similarity, metrics.Ceiling);
        yield return Card("Fréchet distance", score.FrechetDistance, "Means and covariances of features. 0 is best.", ceiling?.FrechetDistance);
        yield return Card(
            "Kernel distance", score.KernelDistance, $"Deviation over subsets {Figures.Small(score.KernelDeviation)}. 0 is best.",
            ceiling?.KernelDistance);
        yield return Card("Sliced Wasserstein", score.SlicedWasserstein, "Distance along random directions. 0 is best.", ceiling?.SlicedWasserstein);
        yield return Card("Precision", score.Precision, "Generated images that lie where real ones do. 1 is best.", ceiling?.Precision);
        yield return Card("Recall", score.Recall, "Real images that lie where generated ones do. 1 is best.", ceiling?.Recall);
        yield return Card("Density", score.Density, "How crowded with real images their places are.", ceiling?.Density);
        yield return Card("Coverage", score.Coverage, "Real images with a generated one near by. 1 is best.", ceiling?.Coverage);
        yield return Card("Vendi score", metrics.VendiScore, $"Unlike images, in effect. Real ones: {Figures.Score(metrics.RealVendiScore)}.");
        if (metrics.Memorization is { } memorization)
            yield return Card("Memorisation C_T", memorization, "About 0: new. Below −3: near copies of training images.");
        if (metrics.ClassificationAccuracy is { } accuracy)
        {
            yield return Card(
                "Classification accuracy", accuracy,
                $"Trained on generated images, tested on real ones. Trained on real ones: {Figures.Score(metrics.RealClassificationAccuracy)}.");
        }
    }

    private static string Card(string name, double? score, string caption, double? ceiling = null)
    {
        var best = ceiling is { } value ? $" Test images: {Figures.Small(value)}." : "";
        return $"<div class=\"card\">{name}<b>{Figures.Small(score)}</b><p>{caption}{best}</p></div>\n";
    }
}
