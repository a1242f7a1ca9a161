namespace Microsoft.ML.Gan.GpuChecks.Checks;

/// <summary>Samples of the exported file, by ONNX Runtime, against those of the network on the device, from the same latent vectors.</summary>
internal static class ExportParity
{
    private const double Tolerance = 0.01;                            // of the data's greatest value: convolutions in TF32 have ten bits

    public static Outcome Check(CheckedDevice device)
    {
        var words = new List<string>();
        var isRight = true;
        foreach (var (name, rows, greatest) in new[] { ("ring", Data.Ring(500), 1.1), ("digits", Data.Digits(200), 255) })
        {
            var options = new GanTrainer.Options { Device = device.Option, MaxRounds = 20, BatchSize = 32 };
            using var gan = Data.MLContext.Gan().Train(options).Fit(rows);
            var share = gan.History.ExportDifference / greatest;
            isRight &= share <= Tolerance;
            words.Add($"{name} {share:E1}");
        }
        return Outcome.Of(isRight, $"{string.Join(", ", words)} of the greatest value; {Tolerance} allowed");
    }
}
