using Microsoft.ML.OnnxRuntime;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>ONNX Runtime on two threads that spin or sleep while they wait, against one, on a machine that is idle or has other work.</summary>
internal static class Spinning
{
    public const string Summary = "threads of ONNX Runtime that spin, sleep, or are one, beside nothing and beside a busy core";

    private const int LatentSize = 64;
    private const int Batches = 32;

    public static void Run(int repetitions)
    {
        var summary = new MarkdownTable("generator", "rows a batch", "beside", "two that spin / one", "two that sleep / one");
        foreach (var (name, shape, architecture) in new (string, int[], GanArchitecture)[]
        {
            ("MLP 64-256-784", [784], GanArchitectures.Mlp(width: 256, depth: 1)),
            ("DCGAN 1x28x28, 32 channels", [1, 28, 28], GanArchitectures.Dcgan(generatorChannels: 32, discriminatorChannels: 8)),
        })
        {
            using var file = GeneratorFile.OfSamples(shape, LatentSize, architecture);
            using var one = Session(file.Path, threads: 1, spins: false);
            using var spinning = Session(file.Path, threads: 2, spins: true);
            using var sleeping = Session(file.Path, threads: 2, spins: false);
            foreach (var rows in new[] { 1, 256 })
            {
                foreach (var isBusy in new[] { false, true })
                {
                    using var other = isBusy ? new BusyCore() : null;
                    var times = Interleaved.Measure(repetitions, () => Run(one, rows), () => Run(spinning, rows), () => Run(sleeping, rows));
                    summary.Add(name, rows, isBusy ? "a busy core" : "nothing", times.Of(1, 0), times.Of(2, 0));
                }
            }
        }
        Console.WriteLine("Times as fast as one thread, by the best repetitions (median).\n");
        summary.Print();
    }

    private static InferenceSession Session(string path, int threads, bool spins)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", spins ? "1" : "0");
        return new InferenceSession(path, options);
    }

    private static void Run(InferenceSession session, int rows)
    {
        using var runOptions = new RunOptions();
        using var latents = OrtValue.CreateTensorValueFromMemory(new float[rows * LatentSize], [rows, LatentSize]);
        for (var batch = 0; batch < Batches; batch++)
        {
            using var samples = session.Run(runOptions, ["Latent"], [latents], ["Sample"]);
        }
    }

    /// <summary>A thread that computes until it is disposed of, as another program on the machine would.</summary>
    private sealed class BusyCore : IDisposable
    {
        private readonly Thread _thread;
        private volatile bool _isOver;

        public BusyCore()
        {
            _thread = new Thread(() => { while (!_isOver) Thread.SpinWait(1000); });
            _thread.Start();
        }

        public void Dispose()
        {
            _isOver = true;
            _thread.Join();
        }
    }
}
