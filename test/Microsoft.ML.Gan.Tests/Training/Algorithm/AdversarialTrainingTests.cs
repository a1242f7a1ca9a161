using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Optimizers;
using Microsoft.ML.Gan.Training.State;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Training.Algorithm;

[TestClass]
public sealed class AdversarialTrainingTests
{
    private const int BatchSize = 8;

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    public void Round_KDiscriminatorSteps_TakesKBatchesAndOneGeneratorStep(int k)
    {
        using var game = new NotedGame();
        var batches = 0;

        for (var round = 0; round < 5; round++) game.Training.Round(() => game.Batch(ref batches), new GanPace(k), new TrainingMoment(0, 1));
        var means = game.Statistics.Read();

        Assert.AreEqual(5 * k, batches);
        Assert.AreEqual(5 * k, means.DiscriminatorLosses.Length);
        Assert.AreEqual(5 * k, game.DiscriminatorSteps.Count);
        Assert.AreEqual(5, means.GeneratorLosses.Length);
        Assert.AreEqual(5, game.GeneratorSteps.Count);
    }

    [TestMethod]
    public void Round_EachStep_LeavesTheOtherPlayersBytesAlone()
    {
        using var game = new NotedGame();
        var batches = 0;

        game.Training.Round(() => game.Batch(ref batches), new GanPace(2), new TrainingMoment(0, 1));

        foreach (var (before, after) in game.DiscriminatorSteps) AssertMoved(moved: (before.D, after.D), still: (before.G, after.G));
        foreach (var (before, after) in game.GeneratorSteps) AssertMoved(moved: (before.G, after.G), still: (before.D, after.D));
    }

    [TestMethod]
    public void SimultaneousRound_BothPlayers_MoveOnceFromTheSameWeights()
    {
        using var game = new NotedGame(GanRegularizers.R1(1));
        var batches = 0;

        game.Simultaneous.Round(() => game.Batch(ref batches), new TrainingMoment(0, 1));
        var means = game.Statistics.Read();

        Assert.AreEqual(1, batches);
        var (ofDiscriminator, ofGenerator) = (game.DiscriminatorSteps[0], game.GeneratorSteps[0]);
        AssertMoved(moved: (ofDiscriminator.Before.D, ofDiscriminator.After.D), still: (ofDiscriminator.Before.G, ofDiscriminator.After.G));
        AssertMoved(moved: (ofGenerator.Before.G, ofGenerator.After.G), still: (ofGenerator.Before.D, ofGenerator.After.D));
        Assert.HasCount(1, means.DiscriminatorLosses);
        Assert.HasCount(1, means.GeneratorLosses);
        Assert.AreEqual(-means.DiscriminatorLosses[0], means.Value, 1e-6);
    }

    [TestMethod]
    public void Round_SeveralGeneratorSteps_DrawNewLatentVectorsForEach()
    {
        using var game = new NotedGame();
        var batches = 0;

        game.Training.Round(() => game.Batch(ref batches), new GanPace(1, 3), new TrainingMoment(0, 1));

        Assert.AreEqual(1, batches);
        Assert.HasCount(3, game.GeneratorSteps);
        Assert.AreEqual(3, game.Latents.Distinct().Count());
    }

    [TestMethod]
    public void Round_TwoSteps_DrawDifferentLatentVectors()
    {
        using var game = new NotedGame();
        var batches = 0;

        for (var round = 0; round < 3; round++) game.Training.Round(() => game.Batch(ref batches), new GanPace(2), new TrainingMoment(0, 1));

        Assert.AreEqual(6, game.Latents.Count);
        Assert.AreEqual(6, game.Latents.Distinct().Count());
    }

    [TestMethod]
    [DataRow(false, GanUpdate.Alternating)]
    [DataRow(true, GanUpdate.Alternating)]
    [DataRow(true, GanUpdate.Simultaneous)]
    public void Round_OneHundredRounds_LeavesNoTensorBehind(bool isPenalized, GanUpdate update)
    {
        using var game = new NotedGame(isPenalized ? GanRegularizers.R1R2(1) : null, keepLog: false);
        var batches = 0;
        long Live()
        {
            for (var round = 0; round < 100; round++)
            {
                if (update == GanUpdate.Simultaneous) game.Simultaneous.Round(() => game.Batch(ref batches), new TrainingMoment(0, 1));
                else game.Training.Round(() => game.Batch(ref batches), new GanPace(2), new TrainingMoment(0, 1));
            }
            game.Statistics.Read();
            return DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        }

        var first = Live();

        Assert.AreEqual(first, Live());
    }

    [TestMethod]
    public void Round_WithR1_MovesTheDiscriminatorByThePenaltyToo()
    {
        using var plain = new NotedGame();
        using var penalized = new NotedGame(GanRegularizers.R1(100));
        var batches = 0;

        plain.Training.Round(() => plain.Batch(ref batches), new GanPace(1), new TrainingMoment(0, 1));
        penalized.Training.Round(() => penalized.Batch(ref batches), new GanPace(1), new TrainingMoment(0, 1));

        Assert.AreEqual(Convert.ToHexString(plain.DiscriminatorSteps[0].Before.D), Convert.ToHexString(penalized.DiscriminatorSteps[0].Before.D));
        CollectionAssert.AreNotEqual(plain.DiscriminatorSteps[0].After.D, penalized.DiscriminatorSteps[0].After.D);
        Assert.IsTrue(penalized.Statistics.Read().Penalties[0] > 0);
        Assert.AreEqual(0, plain.Statistics.Read().Penalties.Single());
    }

    private static void AssertMoved((byte[] Before, byte[] After) moved, (byte[] Before, byte[] After) still)
    {
        CollectionAssert.AreNotEqual(moved.Before, moved.After);
        CollectionAssert.AreEqual(still.Before, still.After);
    }

    /// <summary>A small game whose optimisers note the weights of both players before and after each step.</summary>
    private sealed class NotedGame : IDisposable
    {
        private readonly DisposeScope _scope = NewDisposeScope();
        private readonly bool _keepLog;
        private readonly GanNetwork _discriminator;
        private readonly GanNetwork _generator;

        public NotedGame(IDiscriminatorRegularizer? regularizer = null, bool keepLog = true)
        {
            random.manual_seed(1);
            _keepLog = keepLog;
            _discriminator = GanNetwork.Discriminator(GanArchitectures.Mlp(8, 2), [2], 0);
            _generator = GanNetwork.Generator(GanArchitectures.Mlp(8, 2), 4, [2], 0);
            Statistics = new RoundStatistics(GanLosses.NonSaturating);
            var adam = new AdamSettings(0.01, 0.5, 0.99);
            var game = new Game(
                new Player(_discriminator, parameters => new Noting(new CpuAdam(parameters, adam), this, DiscriminatorSteps)),
                new Player(_generator, parameters => new Noting(new CpuAdam(parameters, adam), this, GeneratorSteps)),
                GanLosses.NonSaturating, regularizer ?? GanRegularizers.None, GanAugmentations.None, Draw, new TestNoise());
            var average = new WeightAverage(_generator, null, BatchSize);
            (Training, Simultaneous) = (new AdversarialTraining(game, average, Statistics), new SimultaneousTraining(game, average, Statistics));
        }

        public AdversarialTraining Training { get; }

        public SimultaneousTraining Simultaneous { get; }

        public RoundStatistics Statistics { get; }

        public List<((byte[] D, byte[] G) Before, (byte[] D, byte[] G) After)> DiscriminatorSteps { get; } = [];

        public List<((byte[] D, byte[] G) Before, (byte[] D, byte[] G) After)> GeneratorSteps { get; } = [];

        public List<float> Latents { get; } = [];

        public Batch Batch(ref int count)
        {
            count++;
            return new Batch(randn(BatchSize, 2) + 3, null);
        }

        public void Dispose()
        {
            Statistics.Dispose();
            _scope.Dispose();
        }

        private Tensor Draw(long count)
        {
            var latents = randn(count, 4);
            if (_keepLog) Latents.Add(latents[0, 0].ToSingle());
            return latents;
        }

        private (byte[] D, byte[] G) Bytes() => (_discriminator.Bytes(), _generator.Bytes());

        private sealed class Noting(IOptimizer inner, NotedGame game, List<((byte[], byte[]), (byte[], byte[]))> log) : IOptimizer
        {
            public void Step(IReadOnlyList<Tensor> gradients, double rateFactor)
            {
                var before = game._keepLog ? game.Bytes() : default;
                inner.Step(gradients, rateFactor);
                if (game._keepLog) log.Add((before, game.Bytes()));
            }

            public void Save(StateWriter to) => inner.Save(to);

            public void Load(StateReader from) => inner.Load(from);

            public void Dispose() => inner.Dispose();
        }
    }
}
