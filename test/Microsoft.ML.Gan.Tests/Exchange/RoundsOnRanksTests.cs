using Gan.Onnx;
using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Exchange;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tests.Theory;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Loop;
using Microsoft.ML.Gan.Training.Optimizers;
using Microsoft.ML.Gan.Vectors.Batches;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Exchange;

[TestClass]
public sealed class RoundsOnRanksTests
{
    private const int BatchSize = 8, LatentSize = 4, Rounds = 3;

    [TestMethod]
    [DataRow(GanUpdate.Alternating)]
    [DataRow(GanUpdate.Simultaneous)]
    public void Round_TwoRanksOfHalfABatch_MoveAsOneWithTheWholeBatch(GanUpdate update)
    {
        using var scope = NewDisposeScope();
        var (rows, latents) = (randn(Rounds * BatchSize, 2) + 3, randn(Rounds * 3 * BatchSize, LatentSize));
        var first = Play(null, rows, latents, update, rounds: 0);

        var whole = Play(null, rows, latents, update, Rounds);
        var halves = ThreadRanks.Run(2, exchange => Play(exchange, rows, latents, update, Rounds));

        CollectionAssert.AreEqual(halves[0], halves[1]);
        Assert.IsGreaterThan(1e-2, whole.Zip(first, (after, before) => Math.Abs(after - before)).Max());
        for (var i = 0; i < whole.Length; i++) Assert.AreEqual(whole[i], halves[0][i], 1e-5, $"weight {i}");
    }

    [TestMethod]
    public void Next_TwoRanks_TakeTheBatchOfOneSideBySide()
    {
        using var scope = NewDisposeScope();
        float[] Batches(int batchSize, Ranks ranks)
        {
            using var noise = new NoiseSource(1, LatentPrior.Normal, CPU);
            noise.Branch(ranks.Own);
            using var rows = new ResidentRows(arange(10, float32).unsqueeze(1), null, batchSize, noise, ranks);
            return [.. Enumerable.Range(0, 4).SelectMany(_ => rows.Next().Rows.data<float>())];
        }

        var whole = Batches(4, Ranks.Alone);
        var halves = ThreadRanks.Run(2, exchange => Batches(2, new Ranks(exchange)));

        var joined = halves[0].Chunk(2).Zip(halves[1].Chunk(2), (left, right) => left.Concat(right));
        CollectionAssert.AreEqual(whole, joined.SelectMany(batch => batch).ToArray());
    }

    [TestMethod]
    public void Branch_Ranks_HaveLatentsOfTheirOwnAndTheFirstThoseOfOneAlone()
    {
        using var scope = NewDisposeScope();
        float[] Latents(int? rank)
        {
            using var noise = new NoiseSource(5, LatentPrior.Normal, CPU);
            if (rank is { } own) noise.Branch(own);
            return [.. noise.Latents(4, 4).data<float>()];
        }

        CollectionAssert.AreEqual(Latents(null), Latents(0));
        Assert.AreEqual(3 * 16, new[] { 0, 1, 2 }.SelectMany(rank => Latents(rank)).Distinct().Count());
        CollectionAssert.AreEqual(Latents(2), Latents(2));
    }

    [TestMethod]
    public void RequireSameWeights_ARankThatMovedAlone_IsNamedAtAllRanks()
    {
        var errors = ThreadRanks.Run(3, exchange =>
        {
            using var layer = nn.Linear(2, 1);
            nn.init.constant_(layer.weight, exchange.Rank == 2 ? 1.0000001 : 1);
            nn.init.constant_(layer.bias!, 0);
            return Assert.ThrowsExactly<InvalidOperationException>(() => new Agreement(new Ranks(exchange), layer).RequireSameWeights(1_200)).Message;
        });

        Assert.AreEqual(1, errors.Distinct().Count());
        Assert.AreEqual(
            "All ranks must have the same weights after round 1,200, but rank 2 has others than rank 0. " +
            "Start all of them with the same folder of checkpoints, on processors of one kind.", errors[0]);
    }

    /// <summary>The weights of both players after some rounds, on a rank's part of each batch and of its latent vectors.</summary>
    private static float[] Play(IGanExchange? exchange, Tensor rows, Tensor latents, GanUpdate update, int rounds)
    {
        using var scope = NewDisposeScope();
        var (ranks, architecture) = (new Ranks(exchange), GanArchitectures.Mlp(width: 8, depth: 2));
        GanNetwork discriminator, generator;
        lock (NoiseSource.GlobalGenerator)
        {
            random.manual_seed(3);
            discriminator = GanNetwork.Discriminator(architecture, [2], classCount: 0, packSize: 1);
            generator = GanNetwork.Generator(architecture, LatentSize, [2], classCount: 0);
        }
        var (nextRows, nextLatents) = (0, 0);
        var game = new Game(
            new Player(discriminator, parameters => new MeanGradients(new GradientDescent(parameters, 0.1), ranks)),
            new Player(generator, parameters => new MeanGradients(new GradientDescent(parameters, 0.1), ranks)),
            GanLosses.NonSaturating, GanRegularizers.R1R2(1), GanAugmentations.None, _ => Part(latents, ref nextLatents), new TestNoise());
        var (average, statistics) = (new WeightAverage(generator, null, BatchSize), new RoundStatistics(GanLosses.NonSaturating));
        for (var round = 0; round < rounds; round++)
        {
            if (update == GanUpdate.Simultaneous) new SimultaneousTraining(game, average, statistics).Round(Next, new TrainingMoment(0, 1));
            else new AdversarialTraining(game, average, statistics).Round(Next, new GanPace(1, 2), new TrainingMoment(0, 1));
        }
        return [.. discriminator.parameters().Concat(generator.parameters()).SelectMany(parameter => parameter.data<float>().ToArray())];

        Batch Next() => new(Part(rows, ref nextRows), null);

        Tensor Part(Tensor all, ref int next)
        {
            var own = BatchSize / ranks.Count;
            return all.narrow(0, BatchSize * next++ + own * ranks.Own, own).clone();
        }
    }
}
