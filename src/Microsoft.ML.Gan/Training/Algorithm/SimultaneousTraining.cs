using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.Optimizers;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Algorithm;

/// <summary>Simultaneous gradient descent (Mescheder et al. 2017): both players move at once, by gradients taken at the same weights.</summary>
internal sealed class SimultaneousTraining(Game game, WeightAverage average, RoundStatistics statistics)
{
    private const float GreatestSlopeRatio = 1e6f;                    // beyond it a row's slope could be lost to rounding

    /// <summary>One round: (θ_D, θ_G) ← (θ_D − η ∇ [ L_D + Ω ], θ_G − η ∇ L_G), by one graph for both.</summary>
    /// <param name="nextBatch">Draws a batch of real rows.</param>
    /// <param name="moment">Where in the fit this is.</param>
    public void Round(Func<Batch> nextBatch, TrainingMoment moment)
    {
        using var scope = NewDisposeScope();
        var batch = nextBatch();
        var (x, fake) = (batch.Rows.requires_grad_(), game.Generate(batch));
        var d = game.DiscriminateApart(x, fake, batch);               // the generator's gradient need not go through the real rows
        var objective = game.Judge(batch, x, fake, d, moment);
        var generatorObjective = game.Loss.ForGenerator(d);

        var (discriminatorGradient, generatorGradient) = Gradients(d, fake, objective, generatorObjective);
        game.D.Move(discriminatorGradient, moment.RateFactor);
        game.Constrain();
        game.G.Move(generatorGradient, moment.RateFactor);
        statistics.AddDiscriminatorStep(d, objective, x, fake.detach());
        statistics.AddGeneratorStep(generatorObjective);
        average.Update();
    }

    /// <summary>∇ [ L_D + Ω ] for θ_D and ∇ L_G for θ_G.</summary>
    /// <remarks>
    /// Of a D that treats each row by itself, ∇_x̃ L_G is a multiple of ∇_x̃ L_D, row by row: one way back through D serves both players.
    /// Not so with a penalty, an augmentation or a pack, whose rows depend on each other, or where a slope of L_D vanishes.
    /// </remarks>
    private (IReadOnlyList<Tensor> D, IReadOnlyList<Tensor> G) Gradients(
        Logits d, Tensor fake, DiscriminatorObjective objective, Tensor generatorObjective)
    {
        var isRowByRow = objective.Penalty is null && game.IsRowwise && d.Fake.shape[0] == fake.shape[0];
        if (isRowByRow && SlopeRatios(d.Fake, objective.Loss, generatorObjective) is { } ratios)
        {
            var (discriminatorGradient, fakeGradient) = game.D.GradientWith(objective.Loss, fake);
            var generatorSlopes = fakeGradient * ratios.reshape([-1, .. Enumerable.Repeat(1L, (int)fake.dim() - 1)]);
            return (discriminatorGradient, game.G.Gradient(fake, generatorSlopes));
        }
        return (game.D.Gradient(objective.Sum, keepGraph: true), game.G.Gradient(generatorObjective));
    }

    /// <summary>(∂L_G/∂D(x̃)) / (∂L_D/∂D(x̃)) of each fake row x̃, (N, 1); null if a slope of L_D vanishes.</summary>
    private static Tensor? SlopeRatios(Tensor fakeLogits, Tensor discriminatorLoss, Tensor generatorLoss)
    {
        var ofGenerator = Player.Differentiate(generatorLoss, [fakeLogits], keepGraph: true)[0];
        var withFake = discriminatorLoss.Plus(fakeLogits.sum().Times(0));                    // a loss may look at real rows alone
        var ofDiscriminator = Player.Differentiate(withFake, [fakeLogits], keepGraph: true)[0];
        var ratios = ofGenerator / ofDiscriminator;
        return ratios.abs().max().item<float>() <= GreatestSlopeRatio ? ratios : null;       // not if it is not a number
    }
}
