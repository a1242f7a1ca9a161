using Gan.Onnx;
using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>One GAN to train in two ways: by this library's whole loop, and by a loop as a user of TorchSharp would write it.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Architecture">The networks.</param>
/// <param name="LatentSize">The length of z.</param>
/// <param name="SampleShape">The shape of a row.</param>
/// <param name="BatchSize">Rows in a step.</param>
/// <param name="Rounds">Rounds in a repetition.</param>
/// <param name="IsWasserstein">Whether it has the Wasserstein loss with its gradient penalty, λ = 10; else cross-entropy and no penalty.</param>
/// <param name="PackSize">Rows that D judges together.</param>
internal sealed record TrainingWorkload(
    string Name, GanArchitecture Architecture, int LatentSize, int[] SampleShape, int BatchSize, int Rounds, bool IsWasserstein = false, int PackSize = 1)
{
    private const int RowCount = 4096;
    private const double Lambda = 10;
    private static readonly AdamSettings Adam = new(2e-4, 0.5, 0.999);

    private int RowSize => SampleShape.Product();

    /// <summary>The library's rounds, with averaged weights and statistics that are read at the end.</summary>
    public Action Ours(GanUpdate update = GanUpdate.Alternating)
    {
        var noise = new NoiseSource(1, LatentPrior.Normal, CPU);
        var generator = GanNetwork.Generator(Architecture, LatentSize, SampleShape, 0);
        var discriminator = GanNetwork.Discriminator(Architecture, SampleShape, 0, PackSize);
        var loss = IsWasserstein ? GanLosses.Wasserstein : GanLosses.NonSaturating;
        var regularizer = IsWasserstein ? GanRegularizers.WassersteinGradientPenalty(Lambda) : GanRegularizers.None;
        var statistics = new RoundStatistics(loss);
        var training = new AdversarialTraining(
            new Player(discriminator, parameters => new CpuAdam(parameters, Adam)), new Player(generator, parameters => new CpuAdam(parameters, Adam)),
            loss, regularizer, GanAugmentations.None, count => noise.Latents(count, LatentSize), noise, new WeightAverage(generator, 10_000, BatchSize), statistics);
        var batches = new BatchSampler(randn([RowCount, .. SampleShape.Select(size => (long)size)]), null, BatchSize, noise);
        var moment = new TrainingMoment(0, 1);
        return () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                if (update == GanUpdate.Simultaneous) training.SimultaneousRound(batches.Next, moment);
                else training.Round(batches.Next, new GanPace(1), moment);
            }
            statistics.Read();
        };
    }

    /// <summary>The same by hand: batches copied from arrays, torch's Adam and losses, two batches of fakes a round, nothing measured or averaged.</summary>
    public Action ByHand()
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, RowCount).Select(_ => Enumerable.Range(0, RowSize).Select(_ => random.NextSingle()).ToArray()).ToArray();
        var generator = Architecture.BuildGenerator(LatentSize, SampleShape);
        var discriminator = Architecture.BuildDiscriminator([SampleShape[0] * PackSize, .. SampleShape.Skip(1)]);
        var discriminatorOptimizer = optim.Adam(discriminator.parameters(), Adam.LearningRate, Adam.Beta1, Adam.Beta2);
        var generatorOptimizer = optim.Adam(generator.parameters(), Adam.LearningRate, Adam.Beta1, Adam.Beta2);
        var crossEntropy = nn.BCEWithLogitsLoss();
        var packs = BatchSize / PackSize;
        long[] shape = [packs, SampleShape[0] * PackSize, .. SampleShape.Skip(1).Select(size => (long)size)];
        return () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                using var scope = NewDisposeScope();
                var buffer = new float[BatchSize * RowSize];
                for (var row = 0; row < BatchSize; row++) rows[random.Next(RowCount)].CopyTo(buffer, row * RowSize);
                var (real, ones, zeros) = (tensor(buffer, shape), torch.ones(packs, 1), torch.zeros(packs, 1));

                discriminatorOptimizer.zero_grad();
                var fake = generator.call(randn(BatchSize, LatentSize)).detach().reshape(shape);
                var (ofReal, ofFake) = (discriminator.call(real), discriminator.call(fake));
                var loss = IsWasserstein
                    ? ofFake.mean() - ofReal.mean() + Lambda * GradientPenalty(discriminator, real, fake)
                    : crossEntropy.call(ofReal, ones) + crossEntropy.call(ofFake, zeros);
                loss.backward();
                discriminatorOptimizer.step();

                generatorOptimizer.zero_grad();
                var judged = discriminator.call(generator.call(randn(BatchSize, LatentSize)).reshape(shape));
                (IsWasserstein ? -judged.mean() : crossEntropy.call(judged, ones)).backward();
                generatorOptimizer.step();
            }
        };
    }

    private static Tensor GradientPenalty(nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake)
    {
        var share = rand(real.shape[0], 1);
        var between = (real * share + fake * (1 - share)).requires_grad_();
        var gradient = autograd.grad([discriminator.call(between).sum()], [between], create_graph: true, retain_graph: true)[0];
        return ((gradient.square().sum(1) + 1e-12).sqrt() - 1).square().mean();
    }
}
