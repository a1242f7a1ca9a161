namespace Microsoft.ML.Gan;

/// <summary>Where a fit writes its state, so that the same fit goes on from there after it was stopped, cancelled or killed.</summary>
/// <remarks>
/// A fit with the same options and data that finds a checkpoint in the folder goes on from it, and ends with the same bytes as one that was never
/// stopped, on the same machine. Where an option or the data differ, the fit is refused by name. Each fit needs a folder of its own.
/// The files are in the safetensors format: <c>safetensors.numpy.load_file</c> reads them in Python.
/// </remarks>
public sealed record GanCheckpoint
{
    /// <param name="folder">The folder to write to. It is made if it is not there.</param>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is empty.</exception>
    public GanCheckpoint(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Folder = folder;
    }

    /// <value>The folder.</value>
    public string Folder { get; }

    /// <value>
    /// The time between two checkpoints; the next report after it writes one. The last report before a cancellation, an error or the end is written
    /// too. Default 5 minutes. Range: ≥ 0, where 0 writes at each report.
    /// </value>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(5);

    /// <value>The checkpoints that are kept; older ones are removed. Default 3. Range: &gt; 0.</value>
    public int Keep { get; init; } = 3;

    /// <summary>What is wrong, in the words of the options.</summary>
    internal IEnumerable<string> Problems()
    {
        if (Interval < TimeSpan.Zero) yield return $"{nameof(Interval)} of the checkpoint must not be negative, but was {Interval}.";
        if (Keep < 1) yield return $"{nameof(Keep)} of the checkpoint must be at least 1, but was {Keep}.";
    }
}
