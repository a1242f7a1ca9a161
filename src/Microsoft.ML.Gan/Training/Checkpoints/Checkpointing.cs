using System.Diagnostics;
using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Training.Checkpoints;

/// <summary>Keeps the state of a fit's last report, and writes it from time to time and at the end, however the fit ends.</summary>
/// <remarks>A disk that is full or a folder that is gone does not end the fit: it is told, and tried again at the next time.</remarks>
internal sealed class Checkpointing : IDisposable
{
    private const string FormatName = "gan.checkpoint", Format = "1";

    private readonly GanCheckpoint _settings;
    private readonly CheckpointFolder _folder;
    private readonly IResumable _fit;
    private readonly Dictionary<string, string> _facts;
    private readonly Action<string> _warn;
    private SavedState? _unwritten;
    private long _lastWrite = Stopwatch.GetTimestamp();

    private Checkpointing(GanCheckpoint settings, IResumable fit, IEnumerable<(string Name, string Value)> facts, Action<string> warn)
    {
        (_settings, _fit, _warn) = (settings, fit, warn);
        _folder = new CheckpointFolder(settings.Folder, settings.Keep);
        _facts = facts.ToDictionary(fact => fact.Name, fact => fact.Value);
        _facts[FormatName] = Format;
    }

    /// <summary>Begins to keep a fit's state, and lets the fit go on from the newest checkpoint if there is one.</summary>
    /// <param name="settings">Where and how often; null for not at all.</param>
    /// <param name="fit">The fit, before its first round.</param>
    /// <param name="facts">What must be the same, by name.</param>
    /// <param name="log">Is told where the fit goes on.</param>
    /// <param name="warn">Is told what is wrong with the folder.</param>
    /// <exception cref="ArgumentException">The checkpoint is of a fit of other options or data.</exception>
    public static Checkpointing? Begin(
        GanCheckpoint? settings, IResumable fit, Func<IEnumerable<(string Name, string Value)>> facts, Action<string> log, Action<string> warn)
    {
        if (settings is null) return null;
        Directory.CreateDirectory(settings.Folder);
        var begun = new Checkpointing(settings, fit, facts(), warn);
        begun.Resume(log);
        return begun;
    }

    /// <summary>Takes the state of a report.</summary>
    public void AtReport()
    {
        _unwritten = [];
        _fit.Save(new StateWriter(_unwritten));
        if (Stopwatch.GetElapsedTime(_lastWrite) >= _settings.Interval) Write();
    }

    /// <summary>Writes what was taken last.</summary>
    public void Dispose() => Write();

    private void Resume(Action<string> log)
    {
        if (_folder.Newest(_warn) is not var (path, state, facts)) return;
        var differences = Facts.Differences(Comparable(facts), Comparable(_facts)).ToList();
        if (differences.Count > 0)
        {
            throw new ArgumentException(
                $"The checkpoint '{path}' must be of a fit with the same options and data, but {string.Join(", ", differences)}. " +
                "Go on with those, or name another folder.");
        }
        _fit.Load(new StateReader(state));
        log($"Training goes on from the checkpoint '{path}'.");
    }

    private static Dictionary<string, string> Comparable(IReadOnlyDictionary<string, string> facts) =>
        facts.Where(fact => fact.Key != CheckpointFolder.Checksum).ToDictionary();

    private void Write()
    {
        if (_unwritten is null) return;
        try
        {
            _folder.Write(_unwritten, _facts);
            _unwritten = null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _warn($"No checkpoint could be written to '{_settings.Folder}'. {failure.Message} Training goes on; the next one is tried in time.");
        }
        _lastWrite = Stopwatch.GetTimestamp();
    }
}
