using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Architectures.Layers;
using Microsoft.ML.Gan.Tests.Theory;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Optimizers;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tests.Training.Algorithm;

[TestClass]
public sealed class DiscriminatorPassTests
{
    private const int BatchSize = 6;
    private const int ClassCount = 3;

    private static readonly Dictionary<string, IDiscriminatorRegularizer> Regularizers = new()
    {
        ["none"] = GanRegularizers.None,
        ["R1"] = GanRegularizers.R1(2),
        ["R1R2"] = GanRegularizers.R1R2(2),
        ["WGAN-GP"] = GanRegularizers.WassersteinGradientPenalty(2),
    };

    [TestMethod]
    [DataRow("none", 1)]
    [DataRow("R1", 2)]
    [DataRow("R1R2", 3)]
    [DataRow("WGAN-GP", 1)]
    public void Round_OnePassOverRealAndFakeRows_MovesBothPlayersAsTwoPassesDo(string regularizer, int packSize)
    {
        using var scope = NewDisposeScope();

        var (before, one, onePasses) = Play(Identity(), regularizer, packSize, GanUpdate.Alternating);
        var (_, two, twoPasses) = Play(new Unknown(), regularizer, packSize, GanUpdate.Alternating);

        Assert.AreEqual(onePasses + 1, twoPasses);
        for (var i = 0; i < one.Length; i++)
        {
            Assert.IsTrue((one[i] - before[i]).abs().max().ToSingle() > 1e-4, $"Parameter {i} moves.");
            Assert.AreEqual(0, (one[i] - two[i]).abs().max().ToSingle(), 1e-5, $"parameter {i}");
        }
    }

    [TestMethod]
    public void SimultaneousRound_RealAndFakeRows_GoThroughTheDiscriminatorOnce()
    {
        using var scope = NewDisposeScope();

        var (before, after, passes) = Play(Identity(), "R1R2", packSize: 2, GanUpdate.Simultaneous);
        var (_, alternating, _) = Play(Identity(), "R1R2", packSize: 2, GanUpdate.Alternating);

        Assert.AreEqual(2, passes);                                           // one of the real rows, one of the fake ones, for both players
        for (var i = 0; i < after.Length; i++)
        {
            Assert.IsTrue((after[i] - before[i]).abs().max().ToSingle() > 1e-4, $"Parameter {i} moves.");
            var difference = (after[i] - alternating[i]).abs().max().ToSingle();
            if (i < after.Length / 2) Assert.AreEqual(0, difference, 1e-5, $"The discriminator's parameter {i} moves as if it alone did.");
            else Assert.IsTrue(difference > 1e-4, $"The generator's parameter {i} moves by the discriminator of before.");
        }
    }

    [TestMethod]
    [DataRow("vanilla", 1)]
    [DataRow("vanilla", 2)]
    [DataRow("minimax", 1)]
    [DataRow("relativistic", 1)]
    [DataRow("wasserstein", 1)]
    [DataRow("hinge", 1)]                                                     // whose slopes vanish beyond the margin
    [DataRow("real", 1)]
    public void SimultaneousRound_OneWayBackThroughTheDiscriminator_MovesBothPlayersAsTwoWaysDo(string name, int packSize)
    {
        using var scope = NewDisposeScope();
        IGanLoss loss = name switch
        {
            "vanilla" => GanLosses.NonSaturating,
            "minimax" => GanLosses.Minimax,
            "relativistic" => GanLosses.RelativisticPairing,
            "wasserstein" => GanLosses.Wasserstein,
            "hinge" => GanLosses.Hinge,
            _ => new LossOfRealRows(),
        };

        var (before, one, _) = Play(Identity(), "none", packSize, GanUpdate.Simultaneous, loss);
        var (_, two, _) = Play(new Unknown(), "none", packSize, GanUpdate.Simultaneous, loss);

        for (var i = 0; i < one.Length; i++)
        {
            var greatest = (two[i] - before[i]).abs().max().ToSingle();
            if (i >= one.Length / 2) Assert.IsTrue(greatest > 1e-4, $"The generator's parameter {i} moves.");
            Assert.AreEqual(0, (one[i] - two[i]).abs().max().ToSingle(), 1e-5, $"parameter {i}");
        }
    }

    [TestMethod]
    public void SimultaneousRound_LossOfOneValueARow_IsNamed()
    {
        using var scope = NewDisposeScope();

        var error = Assert.ThrowsExactly<ArgumentException>(() => Play(Identity(), "none", packSize: 1, GanUpdate.Simultaneous, new LossOfRows()));

        Assert.Contains("must be scalars", error.Message);
    }

    [TestMethod]
    public void IsRowwise_LayersThatLookAtTheirBatch_IsFalse()
    {
        using var scope = NewDisposeScope();

        Assert.IsTrue(IsRowwise(Identity()));
        Assert.IsTrue(IsRowwise(new SpectralNormalization(Linear(5, 5))));
        Assert.IsFalse(IsRowwise(BatchNorm1d(5)));
        Assert.IsFalse(IsRowwise(Sequential(Identity(), Sequential(BatchNorm1d(5)))));
        Assert.IsFalse(IsRowwise(new Unknown()));
        Assert.IsFalse(RowwiseLayers.AreAllOf(GanArchitectures.Mlp(minibatchStandardDeviation: true).BuildDiscriminator([2])));
    }

    private static bool IsRowwise(Module<Tensor, Tensor> layer) =>
        RowwiseLayers.AreAllOf(Sequential(Linear(2, 5), layer, Linear(5, 1)));

    /// <summary>The parameters of both players before and after one round, and the passes of D in it.</summary>
    private static (Tensor[] Before, Tensor[] After, int Passes) Play(
        Module<Tensor, Tensor> layer, string regularizer, int packSize, GanUpdate update, IGanLoss? loss = null)
    {
        loss ??= GanLosses.NonSaturating;
        random.manual_seed(3);
        var passes = 0;
        var architecture = GanArchitectures.Custom(
            (size, shape) => Sequential(Linear(size, 5), Tanh(), Linear(5, shape[0])),
            shape => Sequential(Linear(shape[0], 5), Tanh(), layer, Linear(5, 1)));
        var discriminator = GanNetwork.Discriminator(architecture, [2], ClassCount, packSize);
        var generator = GanNetwork.Generator(architecture, 4, [2], ClassCount);
        layer.register_forward_hook((_, _, output) =>
        {
            passes++;
            return output;
        });
        var game = new Game(
            new Player(discriminator, parameters => new GradientDescent(parameters, 1)),
            new Player(generator, parameters => new GradientDescent(parameters, 1)),
            loss, Regularizers[regularizer], GanAugmentations.None, count => randn(count, 4), new TestNoise());
        var (average, statistics) = (new WeightAverage(generator, null, BatchSize), new RoundStatistics(loss));
        Tensor[] Parameters() => [.. discriminator.parameters().Concat(generator.parameters()).Select(parameter => parameter.detach().clone())];
        Batch Next() => new(randn(BatchSize, 2) + 3, arange(BatchSize) % ClassCount);

        var before = Parameters();
        if (update == GanUpdate.Simultaneous) new SimultaneousTraining(game, average, statistics).Round(Next, new TrainingMoment(0, 1));
        else new AdversarialTraining(game, average, statistics).Round(Next, new GanPace(1), new TrainingMoment(0, 1));
        return (before, Parameters(), passes);
    }

    /// <summary>A loss that forgets the mean over the rows.</summary>
    private sealed class LossOfRows : IGanLoss
    {
        public string Name => nameof(LossOfRows);

        public bool IsRelativistic => false;

        public Tensor ForDiscriminator(Logits d) => d.Fake - d.Real;

        public Tensor ForGenerator(Logits d) => -d.Fake;
    }

    /// <summary>A loss whose D sees no fake rows.</summary>
    private sealed class LossOfRealRows : IGanLoss
    {
        public string Name => nameof(LossOfRealRows);

        public bool IsRelativistic => false;

        public Tensor ForDiscriminator(Logits d) => (d.Real - 1).square().mean();

        public Tensor ForGenerator(Logits d) => -d.Fake.mean();
    }

    /// <summary>A layer of which nothing is known: the identity.</summary>
    private sealed class Unknown() : Module<Tensor, Tensor>(nameof(Unknown))
    {
        public override Tensor forward(Tensor input) => input.alias();
    }
}
