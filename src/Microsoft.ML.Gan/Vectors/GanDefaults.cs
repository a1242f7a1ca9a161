using Gan.Onnx;
using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Regularizers;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>The defaults of <see cref="GanTrainer.Options"/>, each with where it comes from.</summary>
internal static class GanDefaults
{
    /// <summary>
    /// The networks when none are chosen: by the sample's shape. What an MLP has beyond the usual was measured on mixtures of sharp modes
    /// (docs/benchmarks.md): the frequencies reach from the data's width to a sixtieth of it, and 256 vectors are enough to give each of 25 modes its
    /// share.
    /// </summary>
    public static readonly GanArchitecture Architecture = GanArchitectures.ByShape(GanArchitectures.Upsampling(), new MlpArchitecture(
        width: 96, depth: 3, spectralNormalization: false, minibatchStandardDeviation: false, fourierFeatures: 32, leastFrequency: 1,
        greatestFrequency: 60,
        discreteLatents: size => Math.Min(MostDiscreteLatents, size / 2)));

    private const int MostDiscreteLatents = 8;

    /// <summary>
    /// Every fourth step is cheaper. Images: R1, its γ measured on Fashion-MNIST (docs/decisions/0035-images-without-grain.md). Vectors: R1 and R2
    /// together, γ annealed (Huang et al. 2024), from one that shows G the way to far modes to one that lets D see within a mode. Its two ends were
    /// measured on mixtures of sharp modes.
    /// </summary>
    public static readonly IDiscriminatorRegularizer Regularizer = new RegularizerByShape(
        images: GanRegularizers.Every(4, GanRegularizers.R1(1)),
        others: GanRegularizers.Every(4, GanRegularizers.R1R2(GanSchedule.Geometric(5, 1e-4, over: 0.8))));

    /// <summary>
    /// Adam's rates are those at the start, which the cosine takes down: at a constant rate, Radford et al. (2015) had 0.0002. A D that learns faster
    /// than G stays near its optimum (Heusel et al. 2017): with equal rates two simplexes of ten came out with wrong shares; so did two with 5,000
    /// rounds.
    /// </summary>
    public static readonly ShapeDefaults Vectors = new(BatchSize: 256, Rounds: 8_000, GeneratorLearningRate: 1e-3, DiscriminatorLearningRate: 2e-3);

    /// <summary>Rates of convolutional networks under R1, measured on digits and on Fashion-MNIST.</summary>
    public static readonly ShapeDefaults Images = new(BatchSize: 64, Rounds: 5_000, GeneratorLearningRate: 8e-4, DiscriminatorLearningRate: 8e-4);

    public static ShapeDefaults Of(IReadOnlyList<int> sampleShape) => sampleShape.Count == 3 ? Images : Vectors;

    /// <summary>Half a cosine down to 0 (Loshchilov and Hutter 2017): G's samples come to rest at the modes.</summary>
    public static readonly GanSchedule LearningRateSchedule = GanSchedule.Cosine(1);

    /// <summary>Adam's β₁: Radford et al. (2015), section 4.</summary>
    public const double AdamBeta1 = 0.5;

    /// <summary>Adam's β₂: Karras et al. (2018), appendix A.</summary>
    public const double AdamBeta2 = 0.99;

    /// <summary>The size of z: Radford et al. (2015) use 100; a power of two near it runs faster.</summary>
    public const int LatentSize = 64;

    public const LatentPrior Prior = LatentPrior.Normal;

    /// <summary>Rows that D judges together: 1 is the GAN without packing, Lin et al. (2018).</summary>
    public const int PackSize = 1;

    /// <summary>k of algorithm 1, Goodfellow et al. (2014).</summary>
    public const int DiscriminatorSteps = 1;

    /// <summary>The half-life of the averaged weights, in samples: Karras et al. (2018), appendix A.</summary>
    public const double EmaHalfLifeInSamples = 10_000;

    /// <summary>What differs between vectors and images.</summary>
    /// <param name="BatchSize">Rows in a step.</param>
    /// <param name="Rounds">Rounds to train if nothing else is said: what a fit needs hardly depends on the number of rows.</param>
    /// <param name="GeneratorLearningRate">G's rate.</param>
    /// <param name="DiscriminatorLearningRate">D's rate.</param>
    public sealed record ShapeDefaults(int BatchSize, int Rounds, double GeneratorLearningRate, double DiscriminatorLearningRate);
}
