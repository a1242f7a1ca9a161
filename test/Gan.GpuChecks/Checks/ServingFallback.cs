using Gan.Testing;

namespace Microsoft.ML.Gan.GpuChecks.Checks;

/// <summary>A file is served on GPU 0, or on the CPU with a warning in the log where ONNX Runtime can't use that.</summary>
internal static class ServingFallback
{
    public static Outcome Check(CheckedDevice device)
    {
        using var folder = new TemporaryFolder();
        var options = new GanTrainer.Options { Device = device.Option, MaxRounds = 5, BatchSize = 32 };
        using (var gan = Data.MLContext.Gan().Train(options).Fit(Data.Ring(200))) gan.SaveGenerator(folder["ring.onnx"]);

        var context = new MLContext { GpuDeviceId = 0, FallbackToCpu = true };
        var warnings = new List<string>();
        context.Log += (_, line) =>
        {
            if (line.Kind == Runtime.ChannelMessageKind.Warning) warnings.Add(line.RawMessage);
        };
        using var generator = context.Gan().LoadGenerator(folder["ring.onnx"]);
        var rows = generator.Sample(10).GetRowCount() ?? 10;
        return Outcome.Of(rows == 10, warnings.Count == 0 ? "served on the GPU" : warnings[0]);
    }
}
