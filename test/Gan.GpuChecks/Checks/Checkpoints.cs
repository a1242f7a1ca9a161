using Gan.Testing;

namespace Microsoft.ML.Gan.GpuChecks.Checks;

/// <summary>A fit begins on the CPU, goes on with the device, stops there and goes on to the same bytes, and ends on the CPU.</summary>
internal static class Checkpoints
{
    private const int Rounds = 40;

    public static Outcome Check(CheckedDevice device)
    {
        using var folder = new TemporaryFolder();
        Fit(TrainingDevice.Cpu, Rounds, folder["cpu"], null);
        var whole = Fit(device.Option, 3 * Rounds, folder["whole"], folder["cpu"]);
        Fit(device.Option, 2 * Rounds, folder["half"], folder["cpu"]);
        var resumed = Fit(device.Option, 3 * Rounds, folder["rest"], folder["half"]);
        var back = Fit(TrainingDevice.Cpu, 4 * Rounds, folder["back"], folder["rest"]);
        var isSame = whole.File.SequenceEqual(resumed.File);
        return Outcome.Of(
            isSame && back.Rounds == 4 * Rounds,
            $"{back.Rounds} rounds in all; stopped on the device and resumed there: {(isSame ? "the same bytes" : "other bytes")}");
    }

    private static (byte[] File, int Rounds) Fit(TrainingDevice device, int rounds, string folder, string? from)
    {
        var options = new GanTrainer.Options
        {
            Device = device,
            MaxRounds = rounds,
            BatchSize = 64,
            LearningRateSchedule = GanSchedule.Constant(1),           // a schedule follows the rounds of the whole fit
            Regularizer = GanRegularizers.R1(1),
            Checkpoint = new GanCheckpoint(folder),
            ResumeFrom = from,
        };
        using var gan = Data.MLContext.Gan().Train(options).Fit(Data.Ring(500));
        return (Data.FileOf(gan), gan.History.Rounds);
    }
}
