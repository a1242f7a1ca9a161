using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Training.Checkpoints;

/// <summary>Another fit, as its newest checkpoint has it.</summary>
/// <param name="Path">The checkpoint's file.</param>
/// <param name="State">All that a resume restores.</param>
/// <param name="Facts">Its options and data, by name.</param>
internal sealed record SavedFit(string Path, SavedState State, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>The newest whole checkpoint of a folder.</summary>
    /// <param name="option">The option that names the folder.</param>
    /// <param name="folder">The folder; null for none.</param>
    /// <exception cref="ArgumentException">The folder has none.</exception>
    public static SavedFit? Of(string option, string? folder)
    {
        if (folder is null) return null;
        var problems = new List<string>();
        return new CheckpointFolder(folder, keep: int.MaxValue).Newest(problems.Add) is var (path, state, facts)
            ? new(path, state, facts)
            : throw new ArgumentException(string.Join(' ', [$"{option} must be a folder with a checkpoint, but '{folder}' has none.", .. problems]));
    }

    /// <summary>Refuses a fit that some facts do not fit, by name.</summary>
    /// <param name="option">The option that names the folder.</param>
    /// <param name="now">The facts that must be the same.</param>
    /// <exception cref="ArgumentException">One of them is not.</exception>
    public void Require(string option, IReadOnlyDictionary<string, string> now)
    {
        var own = Facts.Where(fact => now.ContainsKey(fact.Key)).ToDictionary();
        var differences = Checkpoints.Facts.Differences(own, now).ToList();
        if (differences.Count > 0)
            throw new ArgumentException($"{option} must name a fit that this one can begin with, but of '{Path}' {string.Join(", ", differences)}.");
    }

    /// <summary>Gives both players the weights of this fit's.</summary>
    /// <param name="option">The option that names the folder.</param>
    /// <param name="run">Where the fit's training is in its state.</param>
    /// <param name="discriminator">D.</param>
    /// <param name="generator">G.</param>
    /// <exception cref="ArgumentException">The networks are of another form.</exception>
    public void GiveWeights(string option, string run, TorchSharp.torch.nn.Module discriminator, TorchSharp.torch.nn.Module generator)
    {
        var game = new StateReader(State).Section(run).Section("game");
        try
        {
            game.Section("discriminator").Read("network", new ModuleState(discriminator));
            game.Section("generator").Read("network", new ModuleState(generator));
        }
        catch (InvalidOperationException difference)
        {
            throw new ArgumentException(
                $"{option} must name a fit of the same networks, but those of '{Path}' are others. {difference.Message}", difference);
        }
    }
}
