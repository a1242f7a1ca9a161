using Microsoft.ML.Gan.Augmentation;
using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.Optimizers;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Algorithm;

/// <summary>Algorithm 1 of Goodfellow et al. (2014): k steps of the discriminator, then one of the generator.</summary>
/// <remarks>
/// Notation (docs/theory.md): x ~ p_data, under a condition y such as its class, z ~ p(z), D(·) unbounded logits, θ̄ averaged weights, Ω a penalty, T an augmentation,
/// η the learning rate.
/// </remarks>
internal sealed class AdversarialTraining(
    Player D, Player G, IGanLoss loss, IDiscriminatorRegularizer regularizer, IGanAugmentation augmentation, Func<long, Tensor> latents, INoise noise,
    WeightAverage average, RoundStatistics statistics)
{
    private const float GreatestSlopeRatio = 1e6f;                    // beyond it a row's slope could be lost to rounding

    private long _discriminatorSteps;

    /// <summary>One round: k discriminator steps, each on a new batch, and one generator step, or a few.</summary>
    /// <param name="nextBatch">Draws a batch of real rows.</param>
    /// <param name="pace">The steps of either player.</param>
    /// <param name="moment">Where in the fit this is.</param>
    public void Round(Func<Batch> nextBatch, GanPace pace, TrainingMoment moment)
    {
        using var scope = NewDisposeScope();
        for (var step = 1; step < pace.DiscriminatorSteps; step++)
        {
            var earlier = nextBatch();
            StepDiscriminator(earlier, Generate(earlier), moment);
        }

        var batch = nextBatch();
        var fake = Generate(batch);                                   // its graph serves the generator's step below
        StepDiscriminator(batch, fake, moment);
        StepGenerator(batch, fake, moment);
        for (var step = 1; step < pace.GeneratorSteps; step++) StepGenerator(batch, Generate(batch), moment);
        average.Update();                                             // θ̄_G ← β θ̄_G + (1 − β) θ_G, buffers copied
    }

    /// <summary>One round in which both players move at once, by gradients taken at the same weights: one graph serves both.</summary>
    public void SimultaneousRound(Func<Batch> nextBatch, TrainingMoment moment)
    {
        using var scope = NewDisposeScope();
        var batch = nextBatch();
        var (x, fake) = (batch.Rows.requires_grad_(), Generate(batch));
        var d = DiscriminateApart(x, fake, batch);                    // the generator's gradient need not go through the real rows
        var (value, penalty) = Judge(batch, x, fake, d, moment);
        var generatorValue = loss.ForGenerator(d);

        var (discriminatorGradient, generatorGradient) = Gradients(d, fake, value, penalty, generatorValue);
        D.Move(discriminatorGradient, moment.RateFactor);
        D.Constrain(regularizer.Constrain);
        G.Move(generatorGradient, moment.RateFactor);
        statistics.AddDiscriminatorStep(d, value, penalty, x, fake.detach());
        statistics.AddGeneratorStep(generatorValue);
        average.Update();
    }

    /// <summary>θ_D ← θ_D − η ∇ [ L_D(D(x), D(G(z))) + Ω(D) ]; G is fixed.</summary>
    private void StepDiscriminator(Batch batch, Tensor generated, TrainingMoment moment)
    {
        var x = batch.Rows.requires_grad_();                          // leaves: Ω differentiates D with respect to them
        var fake = generated.detach().requires_grad_();
        var d = Discriminate(x, fake, batch);
        var (value, penalty) = Judge(batch, x, fake, d, moment);
        D.Minimize(Sum(value, penalty), moment.RateFactor);
        D.Constrain(regularizer.Constrain);
        statistics.AddDiscriminatorStep(d, value, penalty, x, fake);
    }

    /// <summary>θ_G ← θ_G − η ∇ L_G(D(G(z)), D(x)); D is fixed.</summary>
    private void StepGenerator(Batch batch, Tensor fake, TrainingMoment moment)
    {
        Tensor? real = null;
        if (loss.IsRelativistic)
            using (no_grad()) real = Discriminate(batch.Rows, batch);

        var value = loss.ForGenerator(new Logits(Real: real, Fake: Discriminate(fake, batch)));
        G.Minimize(value, moment.RateFactor);
        statistics.AddGeneratorStep(value);
    }

    /// <summary>L_D, and Ω(D) if there is a penalty in this step.</summary>
    private (Tensor Loss, Tensor? Penalty) Judge(Batch batch, Tensor x, Tensor fake, Logits d, TrainingMoment moment)
    {
        var step = new DiscriminatorStep(rows => Discriminate(rows, batch), x, fake, d, _discriminatorSteps++, moment.Progress, noise);
        return (loss.ForDiscriminator(d), regularizer.Penalty(step));
    }

    /// <summary>D(T(x)) and D(T(G(z))), under the condition of a batch: in one pass of D, unless it compares the rows of a pass.</summary>
    private Logits Discriminate(Tensor x, Tensor fake, Batch batch)
    {
        if (!D.IsRowwise) return DiscriminateApart(x, fake, batch);

        var d = D.Call(cat([Augment(x), Augment(fake)]), batch.Condition is { } y ? cat([y, y]) : null).chunk(2);
        return new Logits(Real: d[0], Fake: d[1]);
    }

    /// <summary>The same, in a pass of D each.</summary>
    private Logits DiscriminateApart(Tensor x, Tensor fake, Batch batch) => new(Real: Discriminate(x, batch), Fake: Discriminate(fake, batch));

    /// <summary>D(T(rows)), under the condition of a batch.</summary>
    private Tensor Discriminate(Tensor rows, Batch batch) => D.Call(Augment(rows), batch.Condition);

    private Tensor Augment(Tensor rows) => augmentation.Apply(rows, noise.Uniform);

    /// <summary>G(z), under the condition of a batch: as many rows as it has, laid out in memory as the real ones.</summary>
    private Tensor Generate(Batch batch) => G.Call(latents(batch.Rows.shape[0]), batch.Condition).contiguous();

    /// <summary>∇ [ L_D + Ω ] for θ_D and ∇ L_G for θ_G.</summary>
    /// <remarks>
    /// Of a D that treats each row by itself, ∇_x̃ L_G is a multiple of ∇_x̃ L_D, row by row: one way back through D serves both players, unless there is a penalty,
    /// an augmentation or a pack, whose rows depend on each other, or a slope of L_D vanishes.
    /// </remarks>
    private (IReadOnlyList<Tensor> D, IReadOnlyList<Tensor> G) Gradients(Logits d, Tensor fake, Tensor value, Tensor? penalty, Tensor generatorValue)
    {
        if (penalty is null && D.IsRowwise && augmentation is NoAugmentation && d.Fake.shape[0] == fake.shape[0] && SlopeRatios(d.Fake, value, generatorValue) is { } ratios)
        {
            var (discriminatorGradient, fakeGradient) = D.GradientWith(value, fake);
            var generatorSlopes = fakeGradient * ratios.reshape([-1, .. Enumerable.Repeat(1L, (int)fake.dim() - 1)]);
            return (discriminatorGradient, G.Gradient(fake, generatorSlopes));
        }
        return (D.Gradient(Sum(value, penalty), keepGraph: true), G.Gradient(generatorValue));
    }

    /// <summary>(∂L_G/∂D(x̃)) / (∂L_D/∂D(x̃)) of each fake row x̃, (N, 1); null if a slope of L_D vanishes.</summary>
    private static Tensor? SlopeRatios(Tensor fakeLogits, Tensor value, Tensor generatorValue)
    {
        var ofGenerator = Player.Differentiate(generatorValue, [fakeLogits], keepGraph: true)[0];
        var ofDiscriminator = Player.Differentiate(value.Plus(fakeLogits.sum().Times(0)), [fakeLogits], keepGraph: true)[0];       // a loss may look at real rows alone
        var ratios = ofGenerator / ofDiscriminator;
        return ratios.abs().max().item<float>() <= GreatestSlopeRatio ? ratios : null;       // not if it is not a number
    }

    private static Tensor Sum(Tensor loss, Tensor? penalty) => penalty is null ? loss : loss.Plus(penalty);
}
