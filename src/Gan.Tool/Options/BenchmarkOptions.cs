using Microsoft.ML.Gan;

namespace Gan.Tool.Options;

/// <summary>How long the benchmark trains, and what on; everything else is the preset's.</summary>
/// <param name="Rounds">Rounds for every preset; 0 for its own number.</param>
/// <param name="Seconds">Seconds after which a training is stopped; 0 for never.</param>
/// <param name="Device">Where to train.</param>
internal sealed record BenchmarkOptions(int Rounds, int Seconds, TrainingDevice Device)
{
    /// <summary>The options to train with.</summary>
    public GanTrainer.Options Of(
        GanTrainer.Options preset, int seed, IProgress<GanProgress> progress, CancellationToken cancellationToken)
    {
        var rounds = Rounds > 0 ? Rounds : preset.MaxRounds;
        return preset with { MaxRounds = rounds, Seed = seed, Device = Device, Progress = progress, CancellationToken = cancellationToken };
    }
}
