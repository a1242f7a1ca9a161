using System.Globalization;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Decoding;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Tabular.Rows;
using Microsoft.ML.Gan.Training.State;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>
/// Learns the sweep that draws cells anew: trains the network of choices and that of numbers, then calibrates them on rows of a generator.
/// </summary>
internal sealed class GibbsLearning : IResumable, IDisposable
{
    private const int RoundsPerStep = 2;                              // of the generator's training
    private const int MostEpochs = 60;                                // of the numbers' training: fewer rows are learnt by heart sooner

    private readonly EncodedRows _rows;
    private readonly HeldOutSplit _split;
    private readonly int _batchSize;
    private readonly NoiseSource _noise;
    private readonly Device _device;
    private readonly DependencyNetwork? _choices;
    private readonly NumberNetwork? _numbers;
    private CellTraining? _choiceTraining, _numberTraining;           // null until they begin

    public GibbsLearning(EncodedRows rows, HeldOutSplit split, int batchSize, NoiseSource noise, Device device)
    {
        (_rows, _split, _batchSize, _noise, _device) = (rows, split, batchSize, noise, device);
        if (DependencyNetwork.HasChoicesToDraw(rows.Schema)) _choices = new DependencyNetwork(rows.Schema);
        if (NumberNetwork.DrawnOf(rows.Schema).Count > 0) _numbers = NumberNetwork.For(rows, noise);
        _choices?.to(device);
        _numbers?.to(device);
    }

    /// <summary>The sweep; null if there is nothing to draw anew, or its training was cancelled, or has diverged.</summary>
    /// <param name="rounds">The rounds that the generator was trained for.</param>
    /// <param name="generator">Makes the rows that are swept over.</param>
    /// <param name="latentSize">The length of its latent vectors.</param>
    /// <param name="maps">Of its numbers.</param>
    /// <param name="report">Is told of each report, when no step is half done: the state may be saved.</param>
    /// <param name="log">Is told what comes next.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IRowRefinement? Learn(
        int rounds, IRowGenerator generator, int latentSize, IReadOnlyList<QuantileMap> maps, Action<string> report, Action<string> log,
        CancellationToken cancellationToken)
    {
        using var scope = NewDisposeScope();
        var steps = Math.Max(1, rounds / RoundsPerStep);
        var hasChoices = _choices is not null && Run(
            _choiceTraining ??= ChoiceTraining(steps), "each category and each number of few values",
            "That was cancelled, or diverged: categories are as the generator makes them.");
        var hasNumbers = _numbers is not null && !cancellationToken.IsCancellationRequested && Run(
            _numberTraining ??= NumberTraining(Math.Clamp(MostEpochs * _split.Training.Count / _batchSize, 1, steps)), "each other number",
            "That was cancelled, or diverged: numbers are as the generator makes them.");
        if (!hasChoices && !hasNumbers) return null;

        using var rows = Calibration.Rows(_rows.Schema, _rows.Count, generator, latentSize, _noise);
        SweptRows.ToTeacherRanks(_rows.Schema, rows, maps);
        var parts = new List<IRowRefinement>();
        if (hasChoices)
        {
            DependencyCalibration.Calibrate(_rows.Schema, _choices!, rows, _noise, _device);
            parts.Add(new GibbsSweep(_rows.Schema, _choices!));
        }
        if (hasNumbers)
        {
            _numbers!.eval();
            parts.Add(new NumberSweep(_rows.Schema, _numbers, NumberCalibration.Calibrate(_rows.Schema, _numbers, rows, _noise, _device)));
        }
        return new RowRefinements(parts);

        bool Run(CellTraining training, string cells, string otherwise)
        {
            log(string.Create(CultureInfo.InvariantCulture, $"Learning {cells} by all other cells of their row, in {training.Steps:N0} steps."));
            var isTrained = training.Run(report, cancellationToken);
            if (!isTrained) log(otherwise);
            return isTrained;
        }
    }

    /// <summary>Writes the trainings that have begun.</summary>
    public void Save(StateWriter to)
    {
        foreach (var (name, training) in new[] { ("choices", _choiceTraining), ("numbers", _numberTraining) })
        {
            to.Write($"{name} steps", training?.Steps ?? 0);
            if (training is not null) to.Write(name, training);
        }
    }

    public void Load(StateReader from)
    {
        _choiceTraining = Load("choices", ChoiceTraining);
        _numberTraining = Load("numbers", NumberTraining);

        CellTraining? Load(string name, Func<int, CellTraining> create)
        {
            if (from.Read<int>($"{name} steps") is not (> 0 and var steps)) return null;
            var training = create(steps);
            from.Read(name, training);
            return training;
        }
    }

    public void Dispose()
    {
        _choiceTraining?.Dispose();
        _numberTraining?.Dispose();
        _choices?.Dispose();
        _numbers?.Dispose();
    }

    private CellTraining ChoiceTraining(int steps)
    {
        var batches = Batches(isCentred: true);
        return Training(new PseudoLikelihood(_choices!, _noise, _device), batches, HeldOut(batches), steps);
    }

    private CellTraining NumberTraining(int steps)
    {
        using var centred = Batches(isCentred: true);                 // draws nothing: a resumed fit has the same held-out rows
        return Training(new NumberLikelihood(_rows.Schema, _numbers!, _noise, _device), Batches(isCentred: false), HeldOut(centred), steps);
    }

    private CellTraining Training(IPseudoLikelihood likelihood, TableBatches batches, Tensor heldOut, int steps) =>
        new(likelihood, batches, _batchSize, heldOut, steps, _device);

    private Tensor HeldOut(TableBatches batches) => batches.Encode(_split.HeldOut).DetachFromDisposeScope();

    private TableBatches Batches(bool isCentred) =>
        new(_rows, _split.Training, _batchSize, conditionedShare: 0, _noise, _device, isCentred);
}
