using Gan.Onnx;
using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Data;
using Microsoft.ML.Gan.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>One GAN to train, twice: by this library's whole loop, and by a loop as a user of TorchSharp would write it.</summary>
internal sealed record TrainingWorkload(
    string Name, GanArchitecture Architecture, int LatentSize, int[] SampleShape, int BatchSize, int Rounds, double GradientPenalty = 0, int PackSize = 1)
{
    private const int RowCount = 4096;
    private const double LearningRate = 2e-4;

    private int RowSize => SampleShape.Aggregate((product, size) => product * size);

    /// <summary>Rounds of <see cref="AdversarialTraining"/> with averaged weights and statistics, from data that is on the device.</summary>
    public Action Ours(GanUpdate update = GanUpdate.Alternating)
    {
        var noise = new NoiseSource(1, LatentPrior.Normal, CPU);
        var generator = GanNetwork.Generator(Architecture, LatentSize, SampleShape, 0);
        var discriminator = GanNetwork.Discriminator(Architecture, SampleShape, 0, PackSize);
        var settings = new AdamSettings(LearningRate, 0.5, 0.999);
        var loss = GradientPenalty > 0 ? GanLosses.NonSaturating : GanLosses.NonSaturating;
        var statistics = new RoundStatistics(loss);
        var training = new AdversarialTraining(
            new Player(discriminator, parameters => new CpuAdam(parameters, settings)), new Player(generator, parameters => new CpuAdam(parameters, settings)),
            loss, GanRegularizers.None, count => noise.Latents(count, LatentSize), new WeightAverage(generator, 10_000, BatchSize), statistics);
        var batches = new BatchSampler(randn([RowCount, .. SampleShape.Select(size => (long)size)]), null, BatchSize, noise);
        return () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                if (update == GanUpdate.Simultaneous) training.SimultaneousRound(batches.Next, new TrainingMoment(0, 1));
                else training.Round(batches.Next, new GanPace(1), new TrainingMoment(0, 1));
            }
            statistics.Read();
        };
    }

    /// <summary>The same GAN by hand: batches copied from arrays, torch's Adam and cross-entropy, two batches of fakes a round.</summary>
    public Action ByHand()
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, RowCount).Select(_ => Enumerable.Range(0, RowSize).Select(_ => random.NextSingle()).ToArray()).ToArray();
        var generator = Architecture.BuildGenerator(LatentSize, SampleShape);
        var discriminator = Architecture.BuildDiscriminator([SampleShape[0] * PackSize, .. SampleShape.Skip(1)]);
        var discriminatorOptimizer = optim.Adam(discriminator.parameters(), LearningRate, 0.5, 0.999);
        var generatorOptimizer = optim.Adam(generator.parameters(), LearningRate, 0.5, 0.999);
        var criterion = nn.BCEWithLogitsLoss();
        long[] shape = [BatchSize / PackSize, SampleShape[0] * PackSize, .. SampleShape.Skip(1).Select(size => (long)size)];
        return () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                using var scope = NewDisposeScope();
                var buffer = new float[BatchSize * RowSize];
                for (var row = 0; row < BatchSize; row++) rows[random.Next(RowCount)].CopyTo(buffer, row * RowSize);
                var real = tensor(buffer, shape);
                var (ones, zeros) = (torch.ones(BatchSize / PackSize, 1), torch.zeros(BatchSize / PackSize, 1));

                discriminatorOptimizer.zero_grad();
                var fake = generator.call(randn(BatchSize, LatentSize)).detach().reshape(shape);
                var loss = criterion.call(discriminator.call(real), ones) + criterion.call(discriminator.call(fake), zeros);
                if (GradientPenalty > 0) loss += GradientPenalty * Penalty(discriminator, real, fake);
                loss.backward();
                discriminatorOptimizer.step();

                generatorOptimizer.zero_grad();
                criterion.call(discriminator.call(generator.call(randn(BatchSize, LatentSize)).reshape(shape)), ones).backward();
                generatorOptimizer.step();
            }
        };
    }

    private static Tensor Penalty(nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake)
    {
        var share = rand(real.shape[0], 1);
        var between = (real * share + fake * (1 - share)).requires_grad_();
        var gradient = autograd.grad([discriminator.call(between).sum()], [between], create_graph: true, retain_graph: true)[0];
        return (gradient.norm(1) - 1).square().mean();
    }
}
