namespace Microsoft.ML.Gan.Training.Checkpoints;

/// <summary>How a fit goes on, from its own state or another's: what all options of that must keep to.</summary>
internal static class Continuation
{
    /// <summary>What is wrong, in the words of the options.</summary>
    /// <param name="checkpoint">Where the fit's own state goes; null for nowhere.</param>
    /// <param name="divergenceRetries">How often it goes back after a divergence.</param>
    /// <param name="resumeFrom">The folder of the fit that it goes on with; null for none.</param>
    /// <param name="fineTuneFrom">The folder of the fit whose networks it begins with; null for none.</param>
    public static IEnumerable<string> Problems(GanCheckpoint? checkpoint, int divergenceRetries, string? resumeFrom, string? fineTuneFrom)
    {
        foreach (var (name, folder) in new[] { ("ResumeFrom", resumeFrom), ("FineTuneFrom", fineTuneFrom) })
            if (folder is not null && string.IsNullOrWhiteSpace(folder)) yield return $"{name} must be a folder or null, but was '{folder}'.";
        if (resumeFrom is not null && fineTuneFrom is not null)
            yield return "One of ResumeFrom and FineTuneFrom must be null, but both were given. A fit begins with one other.";
        if (divergenceRetries < 0) yield return $"DivergenceRetries must not be negative, but was {divergenceRetries}.";
        if (divergenceRetries > 0 && checkpoint is null)
            yield return $"DivergenceRetries must be 0 without a Checkpoint, but was {divergenceRetries}. Set one.";
        foreach (var problem in checkpoint?.Problems() ?? []) yield return problem;
    }
}
