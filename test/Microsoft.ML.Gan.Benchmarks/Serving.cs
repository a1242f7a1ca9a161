namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>The generator's transformer against ML.NET's own ONNX transformer and against ONNX Runtime alone, on the same file.</summary>
internal static class Serving
{
    public const string Summary = "scoring: rows per second and bytes per row, against stock ML.NET and raw ONNX Runtime";

    private const int LatentSize = 64;
    private const int Predictions = 200;

    public static void Run(int repetitions)
    {
        var throughput = new MarkdownTable(
            "generator", "threads", "ours / stock", "ours / raw, one batch", "ours / raw, batches of 256", "bytes a row: ours", "stock");
        var engines = new MarkdownTable("generator", "threads", "ours / stock", "bytes a row: ours", "stock");
        foreach (var (name, shape, architecture, rows) in new (string, int[], GanArchitecture, int)[]
        {
            ("MLP 64-128-128-128-2", [2], GanArchitectures.Mlp(), 8192),
            ("MLP 64-256-784", [784], GanArchitectures.Mlp(width: 256, depth: 1), 2048),
            ("MLP 64-256-256-784", [784], GanArchitectures.Mlp(width: 256, depth: 2), 2048),
            ("DCGAN 1x28x28, 32 channels", [1, 28, 28], GanArchitectures.Dcgan(generatorChannels: 32, discriminatorChannels: 8), 256),
        })
        {
            using var file = GeneratorFile.OfSamples(shape, LatentSize, architecture);
            foreach (var threads in ScoringThreads.Each)
            {
                using var variants = new ServingVariants(file.Path, LatentSize, shape, rows, threads);
                var cursors = Interleaved.Measure(repetitions, variants.ReadOurs, variants.ReadStock, variants.RunOneBatch, variants.RunBatches);
                throughput.Add(
                    name, ScoringThreads.Name(threads), cursors.Of(0, 1), cursors.Of(0, 2), cursors.Of(0, 3),
                    variants.BytesPerRowOfOurs(), variants.BytesPerRowOfStock());

                var predictions = Interleaved.Measure(repetitions, () => variants.PredictOurs(Predictions), () => variants.PredictStock(Predictions));
                engines.Add(
                    name, ScoringThreads.Name(threads), predictions.Of(0, 1),
                    BytesPerPrediction(variants.PredictOurs), BytesPerPrediction(variants.PredictStock));
            }
        }
        Console.WriteLine("Reading the sample column of a data view: times as fast, by the best repetitions (median).\n");
        throughput.Print();
        Console.WriteLine("\nPredictionEngine, one row a call: times as fast, by the best repetitions (median).\n");
        engines.Print();
    }

    private static long BytesPerPrediction(Action<int> predict)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        predict(Predictions);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / Predictions;
    }
}
