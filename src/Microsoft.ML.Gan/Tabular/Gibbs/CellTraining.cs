using System.Globalization;
using Microsoft.ML.Gan.Tabular.Rows;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Loop;
using Microsoft.ML.Gan.Training.Optimizers;
using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>
/// Trains a network of cells by all others by the pseudo-likelihood of the training rows, and keeps the weights that give held-out rows the greatest.
/// </summary>
internal sealed class CellTraining : ITraining<CellTraining.Means>, IResumable, IDisposable
{
    private const double EmaHalfLifeInSamples = 100_000;
    private const int Measurements = 20;
    private const double Patience = 0.3;                              // few rows are learnt by heart early on

    private static readonly GanSchedule Rate = GanSchedule.Cosine(1);

    private readonly TableBatches _batches;
    private readonly TrainingPlan _plan;
    private readonly IPseudoLikelihood _likelihood;
    private readonly Player _player;
    private readonly WeightAverage _average;
    private readonly KeptTensors _losses = new();
    private readonly BestWeights _best;
    private readonly TrainingLoop<Means> _loop;
    private readonly Tensor _heldOut;
    private string _line = "";

    /// <param name="likelihood">Of the network to train. It is disposed with the training.</param>
    /// <param name="batches">Training rows. They are disposed with the training.</param>
    /// <param name="batchSize">The rows in a batch.</param>
    /// <param name="heldOut">Encoded rows that are not trained on: (N, row width). They are disposed with the training.</param>
    /// <param name="rounds">The most rounds, of one step each.</param>
    /// <param name="device">Where the network is.</param>
    public CellTraining(IPseudoLikelihood likelihood, TableBatches batches, int batchSize, Tensor heldOut, int rounds, Device device)
    {
        (_likelihood, _batches, _heldOut) = (likelihood, batches, heldOut);
        _plan = new TrainingPlan(rounds, Measurements, Rate);
        _player = new Player(likelihood.Network!, parameters => likelihood.Adam.Create(parameters, device));
        _average = new WeightAverage(likelihood.Network, EmaHalfLifeInSamples, batchSize);
        _best = new BestWeights(_average, () => likelihood.OfAllCells(heldOut, batchSize), Measurements, Patience);
        _loop = new TrainingLoop<Means>(this, _plan, _best);
    }

    /// <value>The most steps.</value>
    public int Steps => _plan.TotalRounds;

    /// <value>All that a resume must restore, but the noise.</value>
    private IEnumerable<(string Name, IResumable Part)> Parts =>
        [("rows", _batches), ("player", _player), ("average", _average), ("best", _best), ("loop", _loop)];

    string ITraining<Means>.Remedy => "Rows stay as the generator makes them.";

    /// <summary>Trains the network.</summary>
    /// <param name="report">Is told of each report, when no round is half done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether the network is trained: it was not stopped, and did not diverge before its first measurement.</returns>
    public bool Run(Action<string> report, CancellationToken cancellationToken)
    {
        using var grad = enable_grad();
        try
        {
            if (_loop.Run(() => report(_line), cancellationToken)) return false;
        }
        catch (OperationCanceledException)                            // before the first round
        {
            return false;
        }
        catch (GanTrainingException)                                  // the best weights are of before
        {
        }
        if (_best.HasAny) _average.Apply();
        return _best.HasAny;
    }

    void ITraining<Means>.Round(TrainingMoment moment)
    {
        using var scope = NewDisposeScope();
        var loss = _likelihood.OfDrawnCells(_batches.Next().Rows).neg();
        _player.Minimize(loss, moment.RateFactor * Rise(moment.Progress));
        _losses.Add(loss);
        _average.Update();
    }

    private double Rise(double progress) => progress < _likelihood.WarmUp ? (progress + 1.0 / Steps) / _likelihood.WarmUp : 1;

    Means ITraining<Means>.Read()
    {
        var losses = _losses.Values();
        _losses.Clear();
        return new Means(losses);
    }

    void ITraining<Means>.Report(Means means, ReportSpan span, double? quality) => _line = string.Create(
        CultureInfo.InvariantCulture,
        $"Step {span.Round:N0} of {_plan.TotalRounds:N0}: loss {means.OfSteps.Average():F4}, of held-out rows {-quality:F4}.");

    public void Save(StateWriter to)
    {
        foreach (var (name, part) in Parts) to.Write(name, part);
    }

    public void Load(StateReader from)
    {
        foreach (var (name, part) in Parts) from.Read(name, part);
    }

    public void Dispose()
    {
        _batches.Dispose();
        _heldOut.Dispose();
        _likelihood.Dispose();
        _player.Dispose();
        _average.Dispose();
        _losses.Dispose();
    }

    /// <summary>The losses of all steps since the last report.</summary>
    internal sealed record Means(double[] OfSteps) : IRoundMeans
    {
        public IReadOnlyList<(string Name, double[] OfSteps)> StepLosses => [("loss of cells by all others", OfSteps)];
    }
}
