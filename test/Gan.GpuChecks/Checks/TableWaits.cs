using Gan.Onnx;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular;
using Microsoft.ML.Gan.Tabular.Gibbs;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Tabular.Rows;
using Microsoft.ML.Gan.Training.Algorithm;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.GpuChecks.Checks;

/// <summary>The same of a table: a round of its players, and one of each network that draws cells anew.</summary>
internal static class TableWaits
{
    private const int BatchSize = 64, LatentSize = 8, Width = 16;

    private static readonly TrainingMoment Moment = new(0.5, 1);

    /// <summary>What waited; null if nothing did.</summary>
    public static string? Fault()
    {
        using var scope = NewDisposeScope();
        try
        {
            Train();
            return null;
        }
        catch (Exception failure)
        {
            return failure.Message.Split('\n')[0];
        }
    }

    private static void Train()
    {
        using var noise = new NoiseSource(1, LatentPrior.Normal, META);
        var (rows, _, _) = TabularFit.Read(new TabularGanTrainer.Options(), Data.Table(300), before: null);
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        var options = new TabularGanTrainer.Options { BatchSize = BatchSize };
        var settings = options.Training(BatchSize, rows.Schema.Layout.RowWidth);
        using var batches = new TableBatches(rows, order, BatchSize, conditionedShare: 0.5, noise, META);
        var generator = new TabularGeneratorNetwork(rows.Schema, LatentSize, Width, 1, noise).to(META);
        var discriminator = new TabularDiscriminatorNetwork(rows.Schema, Width, 2).to(META);
        var game = new Game(
            new Player(discriminator, parameters => settings.DiscriminatorAdam.Create(parameters, META)),
            new Player(generator, parameters => settings.GeneratorAdam.Create(parameters, META)),
            GanLosses.Wasserstein, settings.Regularizer, settings.Augmentation, count => noise.Latents(count, LatentSize), noise);
        using var average = new Training.Optimizers.WeightAverage(generator, 1000, BatchSize);
        using var statistics = new RoundStatistics(GanLosses.Wasserstein);
        new AdversarialTraining(game, average, statistics).Round(batches.Next, new GanPace(1), Moment);

        var choices = new DependencyNetwork(rows.Schema).to(META);
        using var ofChoices = new PseudoLikelihood(choices, noise, META);
        Step(choices!, ofChoices, batches);
        var numbers = NumberNetwork.For(rows, noise).to(META);
        using var ofNumbers = new NumberLikelihood(rows.Schema, numbers, noise, META);
        Step(numbers!, ofNumbers, batches);
    }

    private static void Step(nn.Module<Tensor, Tensor?, Tensor> network, IPseudoLikelihood likelihood, TableBatches batches)
    {
        using var player = new Player(network, parameters => likelihood.Adam.Create(parameters, META));
        player.Minimize(likelihood.OfDrawnCells(batches.Next().Rows).neg(), Moment.RateFactor);
    }
}
