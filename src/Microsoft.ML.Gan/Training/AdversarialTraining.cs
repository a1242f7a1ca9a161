using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training;

/// <summary>Algorithm 1 of Goodfellow et al. (2014): k steps of the discriminator, then one of the generator.</summary>
/// <remarks>Notation (docs/theory.md): x ~ p_data with class y, z ~ p(z), D(·) unbounded logits, θ̄ averaged weights, Ω a penalty.</remarks>
internal sealed class AdversarialTraining(
    Player D, Player G, IGanLoss loss, IDiscriminatorRegularizer regularizer, Func<long, Tensor> latents, INoise noise, WeightAverage average,
    RoundStatistics statistics)
{
    private long _discriminatorSteps;

    /// <summary>One round: k discriminator steps, each on a new batch, and one generator step.</summary>
    /// <param name="nextBatch">Draws a batch of real rows.</param>
    /// <param name="k">Discriminator steps.</param>
    /// <param name="progress">The share of the fit that is done, from 0 to 1.</param>
    public void Round(Func<Batch> nextBatch, int k, double progress)
    {
        using var scope = NewDisposeScope();
        for (var step = 1; step < k; step++)
        {
            var earlier = nextBatch();
            StepDiscriminator(earlier, Generate(earlier), progress);
        }

        var batch = nextBatch();
        var fake = Generate(batch);                                   // its graph serves the generator's step below
        StepDiscriminator(batch, fake, progress);
        StepGenerator(batch, fake);
        average.Update();                                             // θ̄_G ← β θ̄_G + (1 − β) θ_G, buffers copied
    }

    /// <summary>θ_D ← θ_D − η ∇ [ L_D(D(x), D(G(z))) + Ω(D) ]; G is fixed.</summary>
    private void StepDiscriminator(Batch batch, Tensor generated, double progress)
    {
        var x = batch.Rows.requires_grad_();                          // leaves: Ω differentiates D with respect to them
        var fake = generated.detach().requires_grad_();
        Tensor Discriminate(Tensor rows) => D.Call(rows, batch.Classes);

        var d = new Logits(Real: Discriminate(x), Fake: Discriminate(fake));
        var value = loss.ForDiscriminator(d);
        var penalty = regularizer.Penalty(new DiscriminatorStep(Discriminate, x, fake, d, _discriminatorSteps++, progress, noise));
        D.Minimize(penalty is null ? value : value + penalty);
        D.Constrain(regularizer.Constrain);
        statistics.AddDiscriminatorStep(d, value, penalty);
    }

    /// <summary>θ_G ← θ_G − η ∇ L_G(D(G(z)), D(x)); D is fixed.</summary>
    private void StepGenerator(Batch batch, Tensor fake)
    {
        Tensor? real = null;
        if (loss.IsRelativistic)
            using (no_grad()) real = D.Call(batch.Rows, batch.Classes);

        var value = loss.ForGenerator(new Logits(Real: real, Fake: D.Call(fake, batch.Classes)));
        G.Minimize(value);
        statistics.AddGeneratorStep(value);
    }

    /// <summary>G(z), of the classes of a batch: as many rows as it has.</summary>
    private Tensor Generate(Batch batch) => G.Call(latents(batch.Rows.shape[0]), batch.Classes);
}
