using Microsoft.ML.Gan.Augmentation;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Optimizers;
using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Loop;

/// <summary>The training of two networks, put together from its settings: players, averages, statistics and the loop.</summary>
internal sealed class TrainingRun : IRecoverable, IDisposable
{
    private readonly TrainingSettings _settings;
    private readonly nn.Module<Tensor, Tensor?, Tensor> _discriminator, _generator;
    private readonly IRows _rows;
    private readonly NoiseSource _noise;
    private readonly WeightAverage _average;
    private readonly RoundStatistics _statistics;
    private readonly AugmentationStrength? _strength;                 // null where the augmentation is not adaptive
    private readonly Game _game;
    private readonly IQualityWatch? _quality;
    private readonly AdversarialRounds _rounds;
    private readonly TrainingPlan _plan;
    private readonly Agreement _agreement;
    private readonly TrainingLoop<RoundMeans> _loop;

    /// <param name="settings">How to train.</param>
    /// <param name="discriminator">D, on the device.</param>
    /// <param name="generator">G, on the device.</param>
    /// <param name="rows">The real rows.</param>
    /// <param name="noise">All randomness.</param>
    /// <param name="device">Where it is trained.</param>
    /// <param name="watch">Measures the generator with its averaged weights; null to keep the last.</param>
    public TrainingRun(
        TrainingSettings settings, nn.Module<Tensor, Tensor?, Tensor> discriminator, nn.Module<Tensor, Tensor?, Tensor> generator, IRows rows,
        NoiseSource noise, Device device, Func<WeightAverage, IQualityWatch>? watch = null)
    {
        (_settings, _discriminator, _generator, _rows, _noise) = (settings, discriminator, generator, rows, noise);
        _average = new WeightAverage(generator, settings.EmaHalfLifeInSamples, settings.GlobalBatchSize);
        _statistics = new RoundStatistics(settings.Loss);
        _game = new Game(
            new Player(discriminator, parameters => Together(settings.DiscriminatorAdam.Create(parameters, device))),
            new Player(generator, parameters => Together(settings.GeneratorAdam.Create(parameters, device))),
            settings.Loss, settings.Regularizer, settings.Augmentation, count => noise.Latents(count, settings.LatentSize), noise,
            _strength = settings.Augmentation is AdaptiveAugmentation adaptive ? new(adaptive, device) : null);
        _quality = watch?.Invoke(_average);
        _plan = new TrainingPlan(settings, rows.Count);
        _agreement = new Agreement(settings.Ranks, discriminator, generator);
        _rounds = new AdversarialRounds(Round(), _statistics, _plan, settings.StepPacing, settings.GlobalBatchSize, _agreement);
        _loop = new TrainingLoop<RoundMeans>(_rounds, _plan, _quality, settings.Ranks);
        noise.Branch(settings.Ranks.Own);
    }

    /// <value>Whether there is nothing more to train.</value>
    public bool IsOver => _loop.IsOver;

    public int RateHalvings { get => _plan.RateHalvings; set => _plan.RateHalvings = value; }

    /// <value>All that a resume must restore.</value>
    private IEnumerable<(string Name, IResumable? Part)> Parts =>
    [
        ("noise", _noise),                                            // the streams of random numbers
        ("rows", _rows),                                              // the place in the epoch
        ("game", _game),                                              // both networks, their optimisers, the discriminator's steps
        ("average", _average),                                        // averaged weights, and the best
        ("quality", _quality),                                        // the best quality, and when it was
        ("rounds", _rounds),                                          // the pace, and the reports
        ("loop", _loop),                                              // rounds and time
    ];

    /// <summary>Trains the networks, and leaves them in inference mode, the generator with its averaged weights or the best of them.</summary>
    /// <param name="report">Is told of each report, when no round is half done: the state may be saved.</param>
    public GanTrainingHistory Run(Action<GanProgress> report)
    {
        using var grad = enable_grad();                               // whatever the caller has switched off
        _agreement.RequireSameWeights(_loop.Round);
        var wasCancelled = _loop.Run(AtReport, _settings.CancellationToken);

        _average.Apply();
        _discriminator.eval();
        _generator.eval();
        return new GanTrainingHistory(_rounds.Reports, wasCancelled, _loop.Elapsed, RateHalvings);

        void AtReport()
        {
            _agreement.RequireSameWeights(_loop.Round);
            report(_rounds.Progress);
        }
    }

    /// <summary>Does something while the generator has its averaged weights.</summary>
    public T WithAverage<T>(Func<T> use)
    {
        _average.Exchange();
        try
        {
            return use();
        }
        finally
        {
            _average.Exchange();
        }
    }

    /// <exception cref="InvalidOperationException">It is between two reports: what its rounds have measured would be lost.</exception>
    public void Save(StateWriter to)
    {
        if (!_statistics.IsEmpty) throw new InvalidOperationException("A training must be saved at a report, but was saved between two.");
        foreach (var (name, part) in Parts)
            if (part is not null) to.Write(name, part);
    }

    public void Load(StateReader from)
    {
        _statistics.Dispose();                                        // of rounds that are done again
        foreach (var (name, part) in Parts)
            if (part is not null) from.Read(name, part);
        _noise.Branch(_settings.Ranks.Own);                           // the state is rank 0's
    }

    public void Dispose()
    {
        _game.D.Dispose();
        _game.G.Dispose();
        _average.Dispose();
        _statistics.Dispose();
        _strength?.Dispose();
    }

    private IOptimizer Together(IOptimizer optimizer) => _settings.Ranks.Count == 1 ? optimizer : new MeanGradients(optimizer, _settings.Ranks);

    private Action<GanPace, TrainingMoment> Round()
    {
        var alternating = new AdversarialTraining(_game, _average, _statistics);
        var simultaneous = new SimultaneousTraining(_game, _average, _statistics);
        return _settings.Update == GanUpdate.Simultaneous
            ? (_, moment) => simultaneous.Round(_rows.Next, moment)
            : (pace, moment) => alternating.Round(_rows.Next, pace, moment);
    }
}
