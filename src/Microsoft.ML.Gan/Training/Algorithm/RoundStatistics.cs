using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Algorithm;

/// <summary>Keeps what the steps since the last report have measured, as tensors on the device; only <see cref="Read"/> waits for it.</summary>
internal sealed class RoundStatistics(IGanLoss loss) : IDisposable
{
    private readonly KeptTensors _real = new();
    private readonly KeptTensors _fake = new();
    private readonly KeptTensors _discriminatorLosses = new();
    private readonly KeptTensors _penalties = new();
    private readonly List<int> _penalizedSteps = [];
    private readonly KeptTensors _generatorLosses = new();
    private readonly KeptTensors _lastRows = new();

    private IEnumerable<KeptTensors> All => [_real, _fake, _discriminatorLosses, _penalties, _generatorLosses, _lastRows];

    /// <value>Whether no step was taken since the last report.</value>
    public bool IsEmpty => _discriminatorLosses.Count == 0;

    /// <summary>Takes in a discriminator step; the rows are kept until the next.</summary>
    public void AddDiscriminatorStep(Logits d, DiscriminatorObjective objective, Tensor realRows, Tensor fakeRows)
    {
        _real.Add(d.Real);
        _fake.Add(d.Fake);
        if (objective.Penalty is { } penalty)
        {
            _penalties.Add(penalty);
            _penalizedSteps.Add(_discriminatorLosses.Count);
        }
        _discriminatorLosses.Add(objective.Loss);
        _lastRows.Clear();
        _lastRows.Add(realRows);
        _lastRows.Add(fakeRows);
    }

    public void AddGeneratorStep(Tensor objective) => _generatorLosses.Add(objective);

    /// <summary>The means over all steps since the last call.</summary>
    public RoundMeans Read()
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (_real.Joined(), _fake.Joined());
        var value = -Losses.CrossEntropy.ForDiscriminator(new Logits(real, fake));       // V(D, G)
        var means = new RoundMeans(_discriminatorLosses.Values(), Penalties(), _generatorLosses.Values())
        {
            ProbabilityOfReal = real.sigmoid().mean().item<float>(),
            ProbabilityOfFake = fake.sigmoid().mean().item<float>(),
            Value = value.item<float>(),
            DiscriminatorAccuracy = real.gt(fake).to(float32).Plus(real.eq(fake).to(float32).Times(0.5)).mean().item<float>(),
            Diversity = (Spread(_lastRows[1]) / Spread(_lastRows[0])).sqrt().item<float>(),
            GeneratorSignal = Signal(real, fake),
        };
        Dispose();
        return means;
    }

    public void Dispose()
    {
        foreach (var kept in All) kept.Clear();
        _penalizedSteps.Clear();
    }

    /// <summary>The penalty of each discriminator step: 0 in those that a lazy regularizer left out.</summary>
    private double[] Penalties()
    {
        var penalties = new double[_discriminatorLosses.Count];
        foreach (var (step, penalty) in _penalizedSteps.Zip(_penalties.Values())) penalties[step] = penalty;
        return penalties;
    }

    /// <summary>E|N ∂L_G / ∂ logit|: what of the discriminator's slope gets through the generator's loss.</summary>
    private double Signal(Tensor real, Tensor fake)
    {
        var leaf = fake.clone().requires_grad_();
        var gradient = autograd.grad([loss.ForGenerator(new Logits(real, leaf))], [leaf])[0];
        return gradient.abs().sum().item<float>();
    }

    private static Tensor Spread(Tensor rows) => rows.flatten(1).var(0, unbiased: false).sum();
}
