using Microsoft.ML.Gan;

namespace Gan.Samples.Options;

/// <summary>What the command line and the display add to an experiment's own options.</summary>
internal sealed record TrainingRun(int Epochs, int Seed, TrainingDevice Device, IProgress<GanProgress> Progress, CancellationToken CancellationToken);
