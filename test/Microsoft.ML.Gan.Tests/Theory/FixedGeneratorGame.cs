using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Optimizers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Theory;

/// <summary>
/// The algorithm on the line against a generator that stays, G(z) = mean + deviation · z with z ~ N(0, 1): so p_g is known, and with it D*.
/// </summary>
internal sealed class FixedGeneratorGame : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Density _real;
    private readonly Density _fake;
    private readonly GanNetwork _discriminator;
    private readonly GanNetwork _generator;

    private IReadOnlyList<double> _generatorGradient = [];

    public FixedGeneratorGame(Density real, double mean, double deviation)
    {
        random.manual_seed(1);
        _real = real;
        _fake = Density.Normal(mean, deviation);
        _discriminator = GanNetwork.Discriminator(GanArchitectures.Mlp(64, 2), [1], 0);
        _generator = GanNetwork.Generator(GanArchitectures.Custom((_, _) => Affine(mean, deviation), _ => nn.Linear(1, 1)), 1, [1], 0);
    }

    /// <summary>Trains D in rounds of the algorithm, at a learning rate that falls to 0.</summary>
    public void Train() => Play(parameters => new CpuAdam(parameters, new AdamSettings(2e-3, 0.5, 0.99)), rounds: 750, batchSize: 512);

    /// <summary>What a round measures on new samples when nobody moves.</summary>
    public RoundMeans Measure() => Play(_ => new StillOptimizer(), rounds: 1, batchSize: 100_000);

    /// <summary>∂V/∂mean and ∂V/∂deviation: the gradient that the generator got in the last round.</summary>
    public (double ByMean, double ByDeviation) GeneratorGradient => (_generatorGradient[1], _generatorGradient[0]);

    /// <summary>The mean of |D(x) − target(x)| under (p_r + p_g) / 2.</summary>
    public double MeanError(Func<double, double> target)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var line = tensor(Array.ConvertAll(Divergences.Line, x => (float)x)).unsqueeze(1);
        var probabilities = _discriminator.Call(line, null).sigmoid().data<float>().ToArray();
        var errors = Divergences.Line.Zip(probabilities).ToDictionary(point => point.First, point => Math.Abs(point.Second - target(point.First)));
        return Divergences.Integral(x => errors[x] * Divergences.Middle(_real, _fake, x));
    }

    /// <summary>D*(x) = p_r(x) / (p_r(x) + p_g(x)).</summary>
    public double OptimalDiscriminator(double x) => _real.At(x) / (_real.At(x) + _fake.At(x));

    public double JensenShannon => Divergences.JensenShannon(_real, _fake);

    public void Dispose() => _scope.Dispose();

    private RoundMeans Play(Func<IReadOnlyList<Parameter>, IOptimizer> discriminatorOptimizer, int rounds, int batchSize)
    {
        using var discriminator = new Player(_discriminator, discriminatorOptimizer);
        using var generator = new Player(_generator, _ => new StillOptimizer(Note));
        using var average = new WeightAverage(_generator, null, batchSize);
        using var statistics = new RoundStatistics(GanLosses.Minimax);
        var game = new Game(
            discriminator, generator, GanLosses.Minimax, GanRegularizers.None, GanAugmentations.None, count => randn(count, 1), new TestNoise());
        var training = new AdversarialTraining(game, average, statistics);
        var rateFactor = GanSchedule.Cosine(1);
        for (var round = 0; round < rounds; round++)
        {
            var progress = (double)round / rounds;
            training.Round(() => new Batch(_real.Sample(batchSize), null), new GanPace(1), new TrainingMoment(progress, rateFactor.At(progress)));
        }
        return statistics.Read();
    }

    private void Note(IReadOnlyList<Tensor> gradients) => _generatorGradient = [.. gradients.Select(gradient => gradient.ToDouble())];

    private static Linear Affine(double mean, double deviation)
    {
        var affine = nn.Linear(1, 1);
        nn.init.constant_(affine.weight!, deviation);
        nn.init.constant_(affine.bias!, mean);
        return affine;
    }
}
