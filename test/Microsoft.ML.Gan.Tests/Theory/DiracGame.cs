using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Optimizers;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Theory;

/// <summary>The Dirac-GAN of Mescheder, Geiger and Nowozin (2018) on the running algorithm: D(x) = ψ x, G(z) = θ, the data is the point 0.</summary>
/// <remarks>
/// Its only equilibrium is θ = ψ = 0. G is a linear layer whose bias is θ; the latent vectors are 0, so that its weight counts for nothing.
/// </remarks>
internal sealed class DiracGame(IGanLoss loss, IDiscriminatorRegularizer regularizer) : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly GanNetwork _discriminator = GanNetwork.Discriminator(Linear, [1], 0);
    private readonly GanNetwork _generator = GanNetwork.Generator(Linear, 1, [1], 0);

    private static GanArchitecture Linear { get; } = GanArchitectures.Custom((_, _) => nn.Linear(1, 1), _ => nn.Linear(1, 1, hasBias: false));

    private Tensor Psi => _discriminator.parameters().Single();

    private Tensor Theta => _generator.parameters().Last();

    /// <summary>The distances of (ψ, θ) from the equilibrium after each of some rounds of gradient descent from (1, 1).</summary>
    public double[] Distances(GanUpdate update, int rounds, double rate)
    {
        using var statistics = new RoundStatistics(loss);
        var game = Game(new GradientDescent([Psi], rate), new GradientDescent([.. _generator.parameters()], rate));
        Set(psi: 1, theta: 1);
        var distances = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            Play(game, statistics, update);
            distances[round] = Math.Sqrt(Math.Pow(Psi.item<float>(), 2) + Math.Pow(Theta.item<float>(), 2));
        }
        return distances;
    }

    /// <summary>v(ψ, θ) = (−∂(L_D + Ω)/∂ψ, −∂L_G/∂θ): the direction in which the players move.</summary>
    public (double Psi, double Theta) Field(double psi, double theta)
    {
        var (byPsi, byTheta) = (0.0, 0.0);
        using var statistics = new RoundStatistics(loss);
        var game = Game(
            new StillOptimizer(gradients => byPsi = gradients[0].item<float>()),
            new StillOptimizer(gradients => byTheta = gradients[1].item<float>()));
        Set(psi, theta);
        Play(game, statistics, GanUpdate.Alternating);
        return (-byPsi, -byTheta);
    }

    public void Dispose() => _scope.Dispose();

    private Game Game(IOptimizer discriminator, IOptimizer generator) => new(
        new Player(_discriminator, _ => discriminator), new Player(_generator, _ => generator), loss, regularizer, GanAugmentations.None,
        count => zeros(count, 1), new TestNoise());

    private void Play(Game game, RoundStatistics statistics, GanUpdate update)
    {
        var (average, moment) = (new WeightAverage(_generator, null, 1), new TrainingMoment(0, 1));
        if (update == GanUpdate.Simultaneous) new SimultaneousTraining(game, average, statistics).Round(TheDataPoint, moment);
        else new AdversarialTraining(game, average, statistics).Round(TheDataPoint, new GanPace(1), moment);
    }

    private static Batch TheDataPoint() => new(zeros(1, 1), null);

    private void Set(double psi, double theta)
    {
        using var noGrad = no_grad();
        Psi.fill_(psi);
        Theta.fill_(theta);
    }
}
