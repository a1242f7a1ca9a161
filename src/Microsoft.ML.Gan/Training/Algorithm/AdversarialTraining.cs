using Microsoft.ML.Gan.Training.Optimizers;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Algorithm;

/// <summary>Algorithm 1 of Goodfellow et al. (2014): k steps of the discriminator, then one of the generator.</summary>
/// <remarks>
/// Notation (docs/theory.md): x ~ p_data, z ~ p(z), D(·) unbounded logits, θ̄ averaged weights, Ω a penalty, η the learning rate.
/// <see cref="Game"/> has D, G and their losses.
/// </remarks>
internal sealed class AdversarialTraining(Game game, WeightAverage average, RoundStatistics statistics)
{
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
            StepDiscriminator(earlier, game.Generate(earlier), moment);
        }

        var batch = nextBatch();
        var fake = game.Generate(batch);                              // its graph serves the generator's step below
        StepDiscriminator(batch, fake, moment);
        StepGenerator(batch, fake, moment);
        for (var step = 1; step < pace.GeneratorSteps; step++) StepGenerator(batch, game.Generate(batch), moment);
        average.Update();                                             // θ̄_G ← β θ̄_G + (1 − β) θ_G, buffers copied
    }

    /// <summary>θ_D ← θ_D − η ∇ [ L_D(D(x), D(G(z))) + Ω(D) ]; G is fixed.</summary>
    private void StepDiscriminator(Batch batch, Tensor generated, TrainingMoment moment)
    {
        var x = batch.Rows.requires_grad_();                          // leaves: Ω differentiates D with respect to them
        var fake = generated.detach().requires_grad_();
        var d = game.Discriminate(x, fake, batch);
        var objective = game.Judge(batch, x, fake, d, moment);
        game.D.Minimize(objective.Sum, moment.RateFactor);
        game.Constrain();
        statistics.AddDiscriminatorStep(d, objective, x, fake);
    }

    /// <summary>θ_G ← θ_G − η ∇ L_G(D(G(z)), D(x)); D is fixed.</summary>
    private void StepGenerator(Batch batch, Tensor fake, TrainingMoment moment)
    {
        Tensor? real = null;
        if (game.Loss.IsRelativistic)
            using (no_grad()) real = game.Discriminate(batch.Rows, batch);

        var objective = game.Loss.ForGenerator(new Logits(Real: real, Fake: game.Discriminate(fake, batch)));
        game.G.Minimize(objective, moment.RateFactor);
        statistics.AddGeneratorStep(objective);
    }
}
