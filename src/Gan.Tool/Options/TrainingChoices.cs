using Microsoft.ML.Gan;

namespace Gan.Tool.Options;

/// <summary>What the command line and the display add to an experiment's own options.</summary>
/// <remarks>A preset, one of <see cref="GanPresets.All"/>, takes the place of the experiment's own options.</remarks>
internal sealed record TrainingChoices(
    string? Preset, int? Epochs, int Seed, TrainingDevice Device, string? Checkpoint, string? ResumeFrom, string? FineTuneFrom,
    IGanExchange? Exchange, IProgress<GanProgress> Progress, CancellationToken CancellationToken)
{
    /// <summary>The options to train with.</summary>
    /// <param name="experiment">The experiment's own.</param>
    public GanTrainer.Options Of(GanTrainer.Options experiment)
    {
        var start = Preset is null ? experiment : GanPresets.All[Preset] with { LabelColumnName = experiment.LabelColumnName };
        return start with
        {
            Epochs = Epochs ?? start.Epochs,
            Seed = Seed,
            Device = Device,
            Checkpoint = Checkpoint is null ? null : new GanCheckpoint(Checkpoint),
            ResumeFrom = ResumeFrom,
            FineTuneFrom = FineTuneFrom,
            Exchange = Exchange,
            Progress = Progress,
            CancellationToken = CancellationToken,
        };
    }
}
