namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>Samples from memory to memory, against ONNX Runtime alone on tensors made beforehand.</summary>
internal static class SpanServing
{
    public const string Summary = "spans: Generate(latents, samples) against one batch of raw ONNX Runtime";

    private const int LatentSize = 64;
    private const int Calls = 10;

    public static void Run(int repetitions)
    {
        var table = new MarkdownTable("generator", "rows a call", "threads", "spans / raw", "bytes a call");
        foreach (var (name, shape, architecture, rows) in new (string, int[], GanArchitecture, int)[]
        {
            ("MLP 64-256-784", [784], GanArchitectures.Mlp(width: 256, depth: 1), 2048),
            ("MLP 64-256-784", [784], GanArchitectures.Mlp(width: 256, depth: 1), 256),
            ("DCGAN 1x28x28, 32 channels", [1, 28, 28], GanArchitectures.Dcgan(generatorChannels: 32, discriminatorChannels: 8), 256),
        })
        {
            using var file = GeneratorFile.OfSamples(shape, LatentSize, architecture);
            foreach (var threads in ScoringThreads.Each)
            {
                using var variants = new ServingVariants(file.Path, LatentSize, shape, rows, threads);
                var times = Interleaved.Measure(repetitions, variants.Generate, variants.RunOneBatch);
                table.Add(name, rows, ScoringThreads.Name(threads), times.Of(0, 1), BytesPerCall(variants));
            }
        }
        Console.WriteLine("From memory to memory: times as fast, by the best repetitions (median).\n");
        table.Print();
    }

    private static long BytesPerCall(ServingVariants variants)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < Calls; call++) variants.Generate();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }
}
