using System.Diagnostics;
using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Training.Checkpoints;

/// <summary>Keeps the state of a fit's last report, and writes it from time to time and at the end, however the fit ends.</summary>
/// <remarks>A disk that is full or a folder that is gone does not end the fit: it is told, and tried again at the next time.</remarks>
internal sealed class Checkpointing : IDisposable
{
    private const string FormatName = "gan.checkpoint", Format = "1";

    private static readonly string[] Lengths = ["Epochs", "MaxRounds", "Effort", "Patience"];

    private readonly GanCheckpoint? _settings;
    private readonly CheckpointFolder? _folder;
    private readonly bool _isWriter;
    private readonly IRecoverable _fit;
    private readonly Dictionary<string, string> _facts;
    private readonly Action<string> _warn;
    private SavedState? _last;
    private bool _isWritten = true;
    private long _lastWrite = Stopwatch.GetTimestamp();

    private Checkpointing(
        GanCheckpoint? settings, IRecoverable fit, IEnumerable<(string Name, string Value)> facts, Action<string> warn, bool isWriter)
    {
        (_settings, _fit, _warn, _isWriter) = (settings, fit, warn, isWriter);
        _folder = settings is null ? null : new CheckpointFolder(settings.Folder, settings.Keep);
        _facts = facts.ToDictionary(fact => fact.Name, fact => fact.Value);
        _facts[FormatName] = Format;
    }

    /// <summary>Begins to keep a fit's state, and lets the fit go on from the newest checkpoint if there is one.</summary>
    /// <param name="settings">Where and how often; null for not at all.</param>
    /// <param name="from">The folder of another fit, with which this one begins; null for none.</param>
    /// <param name="fit">The fit, before its first round.</param>
    /// <param name="facts">What must be the same, by name.</param>
    /// <param name="log">Is told where the fit goes on.</param>
    /// <param name="warn">Is told what is wrong with the folder.</param>
    /// <param name="isWriter">Whether this process writes: of those that train together one does, and all read.</param>
    /// <exception cref="ArgumentException">The checkpoint is of a fit of other options or data, or its folder can't be made.</exception>
    public static Checkpointing? Begin(
        GanCheckpoint? settings, string? from, IRecoverable fit, Func<IEnumerable<(string Name, string Value)>> facts, Action<string> log,
        Action<string> warn, bool isWriter = true)
    {
        if (settings is null && from is null) return null;
        if (settings is not null) Make(settings.Folder);
        var begun = new Checkpointing(settings, fit, facts(), warn, isWriter);
        begun.Resume(from, log);
        return begun;
    }

    /// <summary>Runs the fit. Where it diverges, it goes back to its last report and on with half the learning rates.</summary>
    /// <param name="run">Runs it from where it is.</param>
    /// <param name="retries">How often it may go back.</param>
    /// <exception cref="GanTrainingException">It diverged once more, or before its first report.</exception>
    public T Run<T>(Func<T> run, int retries)
    {
        while (true)
        {
            try
            {
                return run();
            }
            catch (GanTrainingException divergence) when (_last is not null && _fit.RateHalvings < retries)
            {
                var halvings = _fit.RateHalvings + 1;
                _fit.Load(new StateReader(_last));
                _fit.RateHalvings = halvings;
                _warn($"{divergence.Message} Training goes back to its last report, with half the learning rates: retry {halvings} of {retries}.");
            }
        }
    }

    /// <summary>Takes the state of a report.</summary>
    public void AtReport()
    {
        if (_settings is null) return;
        (_last, _isWritten) = ([], false);
        _fit.Save(new StateWriter(_last));
        if (Stopwatch.GetElapsedTime(_lastWrite) >= _settings.Interval) Write();
    }

    /// <summary>Writes what was taken last.</summary>
    public void Dispose() => Write();

    private static void Make(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var fault = File.Exists(folder) ? "is a file" : $"can't be made: {failure.Message}";
            throw new ArgumentException($"The checkpoint's folder must be one to write to, but '{folder}' {fault}. Name another folder.", failure);
        }
    }

    private void Resume(string? from, Action<string> log)
    {
        if (_folder?.Newest(_warn) is var (path, state, facts))
        {
            var differences = Facts.Differences(facts, _facts).ToList();
            if (differences.Count == 0)
            {
                GoOn(path, state, log);
                return;
            }
            if (from is null || Path.GetFullPath(from) != Path.GetFullPath(_settings!.Folder))
            {
                throw new ArgumentException(
                    $"The checkpoint '{path}' must be of a fit with the same options and data, but {string.Join(", ", differences)}. " +
                    "Go on with those, or name another folder.");
            }
        }
        if (SavedFit.Of("ResumeFrom", from) is not { } other) return;
        other.Require("ResumeFrom", _facts.Where(fact => !Lengths.Contains(fact.Key)).ToDictionary());
        GoOn(other.Path, other.State, log);
    }

    private void GoOn(string path, SavedState state, Action<string> log)
    {
        _fit.Load(new StateReader(state));
        log($"Training goes on from the checkpoint '{path}'.");
    }

    private void Write()
    {
        if (_isWritten || _folder is null || !_isWriter) return;
        try
        {
            _folder.Write(_last!, _facts);
            _isWritten = true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _warn($"No checkpoint could be written to '{_settings!.Folder}'. {failure.Message} Training goes on; the next one is tried in time.");
        }
        _lastWrite = Stopwatch.GetTimestamp();
    }
}
