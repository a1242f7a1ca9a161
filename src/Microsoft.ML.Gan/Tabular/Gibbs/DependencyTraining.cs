using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Rows;
using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Optimizers;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>Trains a dependency network by the pseudo-likelihood (Besag 1975) of the training rows, and keeps the weights that give held-out rows the greatest.</summary>
internal sealed class DependencyTraining(DependencyNetwork network, NoiseSource noise, Device device)
{
    private const double EmaHalfLifeInSamples = 100_000;
    private const int Measurements = 20;
    private const double Patience = 0.3;                              // few rows are learnt by heart early on

    private static readonly AdamSettings Adam = new(LearningRate: 2e-3, Beta1: 0.9, Beta2: 0.99);
    private static readonly GanSchedule Rate = GanSchedule.Cosine(1);

    private readonly Tensor _askable = eye(network.Choices.Count, device: device).index_select(0, tensor([.. network.Drawn.Select(choice => (long)choice)], device: device));

    /// <summary>Trains the network.</summary>
    /// <param name="batches">Training rows.</param>
    /// <param name="batchSize">The rows in a batch.</param>
    /// <param name="heldOut">Encoded rows that are not trained on: (N, row width).</param>
    /// <param name="steps">The most steps.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether the network is trained: it was not stopped, and has not diverged.</returns>
    public bool Run(TableBatches batches, int batchSize, Tensor heldOut, int steps, CancellationToken cancellationToken)
    {
        using var grad = enable_grad();
        using var player = new Player(network!, parameters => Adam.Create(parameters, device));
        using var average = new WeightAverage(network, EmaHalfLifeInSamples, batchSize);
        var (least, stepOfLeast) = (double.PositiveInfinity, 0);
        for (var step = 1; step <= steps; step++)
        {
            if (cancellationToken.IsCancellationRequested) return false;
            using var scope = NewDisposeScope();
            var rows = batches.Next().Rows;
            player.Minimize(Loss(rows, Asked(rows.shape[0])), Rate.At((step - 1.0) / steps));
            average.Update();
            if (step % Math.Max(1, steps / Measurements) > 0 && step < steps) continue;
            average.Exchange();
            var loss = HeldOutLoss(heldOut, batchSize);
            if (loss < least)
            {
                (least, stepOfLeast) = (loss, step);
                average.Keep();
            }
            average.Exchange();
            if (step - stepOfLeast >= Patience * steps) break;
        }
        if (!double.IsFinite(least)) return false;
        average.Apply();
        return true;
    }

    /// <summary>−log p(choice | all other cells), in the mean over all choices of all rows.</summary>
    private double HeldOutLoss(Tensor rows, int batchSize)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var batches = rows.split(batchSize, 0);
        return _askable.split(1, 0).Average(asked => batches.Sum(batch =>
        {
            using var inner = NewDisposeScope();                      // each is as large as the batch
            return Loss(batch, asked.expand(batch.shape[0], -1)).item<float>() * batch.shape[0] / rows.shape[0];
        }));
    }

    /// <summary>One-hots of choices drawn at random: (N, choices).</summary>
    private Tensor Asked(long count) => _askable.index_select(0, noise.Uniform(count).Times(_askable.shape[0]).Clamp(0, _askable.shape[0] - 0.5).to(int64));

    /// <summary>The mean of −log p(choice | all other cells); a cell that has chosen none counts for nothing.</summary>
    private Tensor Loss(Tensor rows, Tensor asked)
    {
        var chosen = network.Slots(rows) * network.SlotsOf(asked);
        return (chosen * network.call(rows, asked).log_softmax(1)).sum(1).mean().neg();
    }
}
