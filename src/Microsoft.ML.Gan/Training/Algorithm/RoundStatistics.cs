using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Algorithm;

/// <summary>Keeps what the steps since the last report have measured, as tensors on the device; only <see cref="Read"/> waits for it.</summary>
internal sealed class RoundStatistics(IGanLoss loss) : IDisposable
{
    private readonly List<Tensor> _real = [];
    private readonly List<Tensor> _fake = [];
    private readonly List<Tensor> _discriminatorLosses = [];
    private readonly List<Tensor> _penalties = [];
    private readonly List<int> _penalizedSteps = [];
    private readonly List<Tensor> _generatorLosses = [];
    private readonly List<Tensor> _lastRows = [];

    private IEnumerable<List<Tensor>> All => [_real, _fake, _discriminatorLosses, _penalties, _generatorLosses, _lastRows];

    /// <summary>Takes in a discriminator step; the rows, which have no graph, are kept until the next.</summary>
    public void AddDiscriminatorStep(Logits d, DiscriminatorObjective objective, Tensor realRows, Tensor fakeRows)
    {
        Keep(_real, d.Real);
        Keep(_fake, d.Fake);
        if (objective.Penalty is { } penalty)
        {
            Keep(_penalties, penalty);
            _penalizedSteps.Add(_discriminatorLosses.Count);
        }
        Keep(_discriminatorLosses, objective.Loss);
        Clear(_lastRows);
        _lastRows.AddRange([realRows.DetachFromDisposeScope(), fakeRows.DetachFromDisposeScope()]);
    }

    public void AddGeneratorStep(Tensor value) => Keep(_generatorLosses, value);

    /// <summary>The means over all steps since the last call.</summary>
    public RoundMeans Read()
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (cat(_real, 0), cat(_fake, 0));
        var value = -Losses.CrossEntropy.ForDiscriminator(new Logits(real, fake));       // V(D, G)
        var means = new RoundMeans(Values(_discriminatorLosses), Penalties(), Values(_generatorLosses))
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
        foreach (var kept in All) Clear(kept);
        _penalizedSteps.Clear();
    }

    /// <summary>The penalty of each discriminator step: 0 in those that a lazy regularizer left out.</summary>
    private double[] Penalties()
    {
        var penalties = new double[_discriminatorLosses.Count];
        foreach (var (step, penalty) in _penalizedSteps.Zip(Values(_penalties))) penalties[step] = penalty;
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

    private static void Keep(List<Tensor> kept, Tensor tensor) => kept.Add(tensor.detach().DetachFromDisposeScope());

    private static double[] Values(List<Tensor> scalars) =>
        scalars.Count == 0 ? [] : [.. stack(scalars).to(float64).cpu().data<double>()];

    private static void Clear(List<Tensor> kept)
    {
        kept.ForEach(tensor => tensor.Dispose());
        kept.Clear();
    }
}
