namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>What a fit's images score by their pixels, as cells of a table.</summary>
internal static class ImageScores
{
    private const int Made = 1_000;

    public static MarkdownTable Table(params string[] first) =>
        new([.. first, "Fréchet distance", "kernel distance", "precision", "recall", "coverage", "Vendi score, made and real", "C_T"]);

    /// <summary>Trains, and scores what comes out.</summary>
    public static IEnumerable<object> Of(IDataView training, IDataView heldOut, GanTrainer.Options options)
    {
        var mlContext = new MLContext(seed: 0);
        using var gan = mlContext.Gan().Train(training, options);
        var metrics = mlContext.Gan().EvaluateImages(training, gan.Generator.Sample(Made, seed: 1), new ImageEvaluationOptions { Test = heldOut });
        var scores = metrics.Similarity;
        return
        [
            $"{scores.FrechetDistance:F2}", $"{scores.KernelDistance:F4}", $"{scores.Precision:F2}", $"{scores.Recall:F2}", $"{scores.Coverage:F2}",
            $"{metrics.VendiScore:F1}, {metrics.RealVendiScore:F1}", $"{metrics.Memorization:F1}",
        ];
    }
}
