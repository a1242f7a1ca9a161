namespace Microsoft.ML.Gan.GpuChecks.Checks;

/// <summary>Two fits of one seed give one file, to the byte, and another seed another.</summary>
internal static class SameSeed
{
    public static Outcome Check(CheckedDevice device)
    {
        var (first, again, other) = (File(device, 5), File(device, 5), File(device, 6));
        return Outcome.Of(
            first.SequenceEqual(again) && !first.SequenceEqual(other),
            first.SequenceEqual(again) ? "the same bytes" : "other bytes: some operation of the device adds in no fixed order");
    }

    private static byte[] File(CheckedDevice device, int seed)
    {
        var options = new GanTrainer.Options { Device = device.Option, MaxRounds = 30, BatchSize = 64, Seed = seed };
        using var gan = Data.MLContext.Gan().Train(options).Fit(Data.Ring(500));
        return Data.FileOf(gan);
    }
}
