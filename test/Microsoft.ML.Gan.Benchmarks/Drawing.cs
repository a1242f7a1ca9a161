namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>Samples whose latent vectors are drawn as they are read, against ONNX Runtime alone on vectors in memory.</summary>
internal static class Drawing
{
    public const string Summary = "drawing: what latent vectors cost beside the network, and Sample(count) against raw ONNX Runtime";

    private const int LatentSize = 64;
    private const int Rows = 8192;

    public static void Run(int repetitions)
    {
        var table = new MarkdownTable(
            "generator", "Sample / raw, one batch", "Sample / raw, batches of 256", "vectors in memory / raw, one batch", "drawing / network");
        foreach (var width in new[] { 96, 128 })
        {
            using var file = GeneratorFile.OfSamples([2], LatentSize, GanArchitectures.Mlp(width: width));
            using var variants = new ServingVariants(file.Path, LatentSize, [2], Rows, threads: 1);
            var times = Interleaved.Measure(
                repetitions, variants.ReadDrawn, variants.ReadOurs, variants.RunOneBatch, variants.RunBatches, variants.Draw);
            table.Add($"MLP 64-{width}-{width}-{width}-2", times.Of(0, 2), times.Of(0, 3), times.Of(1, 2), times.Of(4, 2));
        }
        Console.WriteLine("One thread: times as fast, by the best repetitions (median).\n");
        table.Print();
    }
}
