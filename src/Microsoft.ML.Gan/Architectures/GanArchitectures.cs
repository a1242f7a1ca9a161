using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Architectures.Layers;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan;

/// <summary>The architectures that a GAN can be made of.</summary>
public static class GanArchitectures
{
    private const int GreatestSize = 1 << 16;                         // of a layer: beyond it, the sizes of weights leave 32 bits

    /// <summary>Fully connected networks, for vectors.</summary>
    /// <remarks>
    /// For data with sharp, separate modes, <paramref name="fourierFeatures"/> lets D see them and <paramref name="discreteLatents"/> lets G
    /// leave the space between them empty.
    /// </remarks>
    /// <param name="width">Units in each hidden layer. Default 128. Range: 1 to 65,536.</param>
    /// <param name="depth">Number of hidden layers. Default 3. Range: 1 to 65,536.</param>
    /// <param name="spectralNormalization">
    /// Whether each layer of D is divided by its largest singular value (Miyato et al. 2018). Default false.
    /// </param>
    /// <param name="minibatchStandardDeviation">
    /// Whether D's last layer also sees how much the rows of its batch differ (Karras et al. 2018). Default false: gradient penalties assume
    /// that each row is judged alone. Outside training each row is judged as a batch of its own.
    /// </param>
    /// <param name="fourierFeatures">
    /// Number m of fixed random frequencies whose sines and cosines D sees beside the row: [x, a sin(xB), a cos(xB)] (Tancik et al. 2020).
    /// Default 0. Range: 0 to 65,536.
    /// </param>
    /// <param name="leastFrequency">The least frequency, for data of standard deviation 1. Default 1. Range: &gt; 0.</param>
    /// <param name="greatestFrequency">
    /// The greatest frequency: about the distance between modes by their own width. Default 60. Range: at least <paramref name="leastFrequency"/>.
    /// </param>
    /// <param name="discreteLatents">
    /// How many components of z G takes by their signs alone: the n signs pick one of 2ⁿ learned vectors, and the other components vary little beside
    /// it. Default 0. Range: 0 to the latent size, and at most 16. The prior stays as it is.
    /// </param>
    /// <param name="range">
    /// The range of G's raw output. Default <see cref="GeneratorRange.Unbounded"/>. <see cref="GeneratorRange.MinusOneToOne"/> is for images: G ends
    /// in tanh, and no sample leaves the range of the data.
    /// </param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public static GanArchitecture Mlp(
        int width = 128, int depth = 3, bool spectralNormalization = false, bool minibatchStandardDeviation = false,
        int fourierFeatures = 0, double leastFrequency = 1, double greatestFrequency = 60, int discreteLatents = 0,
        GeneratorRange range = GeneratorRange.Unbounded) => new MlpArchitecture(
            Positive(width, nameof(width)), Positive(depth, nameof(depth)), spectralNormalization, minibatchStandardDeviation,
            NotNegative(fourierFeatures, nameof(fourierFeatures)), Positive(leastFrequency, nameof(leastFrequency)),
            AtLeast(leastFrequency, greatestFrequency, nameof(greatestFrequency)),
            Among(AtMost(DiscreteLatents.Most, NotNegative(discreteLatents, nameof(discreteLatents)), nameof(discreteLatents))), Known(
                range, nameof(range)));

    /// <summary>Convolutional networks for images, after Radford, Metz and Chintala (2015).</summary>
    /// <remarks>
    /// For 1 to 4 channels and 8 to 256 pixels a side. Where a side does not halve evenly, or is beyond 128, the networks make a slightly larger
    /// image, of which a sample is cut out. [height, width] and [height, width, channels] are taken too.
    /// </remarks>
    /// <param name="generatorChannels">Channels of G's last hidden layer; each earlier one has twice as many. Default 64. Range: 1 to 65,536.</param>
    /// <param name="discriminatorChannels">Channels of D's first layer; each later one has twice as many. Default 64. Range: 1 to 65,536.</param>
    /// <param name="normalization">
    /// What keeps D's layers in scale. Default <see cref="DiscriminatorNormalization.None"/>, unlike the paper, which has batch normalisation:
    /// gradient penalties assume that each row is judged alone.
    /// </param>
    /// <param name="minibatchStandardDeviation">
    /// Whether D's last layer also sees how much the images of its batch differ (Karras et al. 2018). Default false: gradient penalties assume
    /// that each row is judged alone. Outside training each image is judged as a batch of its own.
    /// </param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public static GanArchitecture Dcgan(
        int generatorChannels = 64, int discriminatorChannels = 64, DiscriminatorNormalization normalization = DiscriminatorNormalization.None,
        bool minibatchStandardDeviation = false) => new DcganArchitecture(
            Positive(generatorChannels, nameof(generatorChannels)), Positive(discriminatorChannels, nameof(discriminatorChannels)),
            Known(normalization, nameof(normalization)), minibatchStandardDeviation);

    /// <summary>Convolutional networks that leave no grain, for images: the default for them.</summary>
    /// <remarks>
    /// For the same images as <see cref="Dcgan"/>. G enlarges by interpolation and convolutions in place of transposed convolutions, which draw a
    /// checkerboard, and D has a hidden layer that sees the whole image.
    /// </remarks>
    /// <param name="generatorChannels">
    /// Channels of G's last hidden layer; each earlier one has twice as many, up to eight times. Default 32. Range: 1 to 65,536.
    /// </param>
    /// <param name="discriminatorChannels">
    /// Channels of D's first layer; each later one has twice as many, up to eight times. Default 32. Range: 1 to 65,536.
    /// </param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public static GanArchitecture Upsampling(int generatorChannels = 32, int discriminatorChannels = 32) => new UpsamplingArchitecture(
        Positive(generatorChannels, nameof(generatorChannels)), Positive(discriminatorChannels, nameof(discriminatorChannels)));

    /// <summary>Residual networks without normalisation for images, after Huang, Gokaslan, Kuleshov and Tompkin (2024; "R3GAN").</summary>
    /// <remarks>
    /// For the same images as <see cref="Dcgan"/>. Data is scaled to −1 to 1. G's last layer is linear, and
    /// samples outside that range are clipped to it once training is over.
    /// </remarks>
    /// <param name="channels">
    /// Channels at the full size; each halving of the size doubles them, up to eight times as many. Default 64. Range: 1 to 65,536.
    /// </param>
    /// <param name="blocksPerStage">Residual blocks at each size. Default 2. Range: 1 to 65,536.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public static GanArchitecture Residual(int channels = 64, int blocksPerStage = 2) =>
        new ResidualArchitecture(Positive(channels, nameof(channels)), Positive(blocksPerStage, nameof(blocksPerStage)));

    /// <summary>The caller's own TorchSharp modules.</summary>
    /// <remarks>
    /// Each fit calls both functions once, trains what they return, and disposes of it when it is done: make the modules, and their layers, within
    /// the functions.
    /// </remarks>
    /// <param name="generator">Makes G from the input size and the sample shape; it must map (N, size) to (N, ...shape).</param>
    /// <param name="discriminator">Makes D from the input shape; it must map (N, ...shape) to logits (N, 1).</param>
    /// <param name="range">The range of G's raw output.</param>
    /// <param name="name">The name, for logs and messages.</param>
    public static GanArchitecture Custom(
        Func<int, IReadOnlyList<int>, nn.Module<Tensor, Tensor>> generator, Func<IReadOnlyList<int>, nn.Module<Tensor, Tensor>> discriminator,
        GeneratorRange range = GeneratorRange.Unbounded, string name = "custom")
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(discriminator);
        return new CustomArchitecture(generator, discriminator, range, name);
    }

    /// <summary>One architecture for the images that it can make, another for vectors and all other shapes.</summary>
    /// <param name="images">The one for images. Default <see cref="Dcgan"/>.</param>
    /// <param name="others">The one for the rest. Default <see cref="Mlp"/>.</param>
    public static GanArchitecture ByShape(GanArchitecture? images = null, GanArchitecture? others = null) =>
        new ArchitectureByShape(images ?? Dcgan(), others ?? Mlp());

    private static int Positive(int value, string name) => AtMost(
        GreatestSize, value > 0 ? value : throw new ArgumentException($"{name} must be at least 1, but was {value}.", name), name);

    private static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentException($"{name} must be greater than 0 and finite, but was {value}.", name);

    private static int NotNegative(int value, string name) => AtMost(
        GreatestSize, value >= 0 ? value : throw new ArgumentException($"{name} must be at least 0, but was {value}.", name), name);

    private static double AtLeast(double least, double value, string name) =>
        value >= least && double.IsFinite(value)
            ? value
            : throw new ArgumentException($"{name} must be at least {least} and finite, but was {value}.", name);

    private static int AtMost(int most, int value, string name) =>
        value <= most ? value : throw new ArgumentException($"{name} must be at most {most}, but was {value}.", name);

    /// <summary>The number of discrete components of a latent vector of a given size.</summary>
    private static Func<int, int> Among(int discreteLatents) => size => discreteLatents <= size ? discreteLatents : throw new ArgumentException(
        $"discreteLatents must be at most the size of the latent vector ({size}), but was {discreteLatents}. Use a larger LatentSize.");

    private static GeneratorRange Known(GeneratorRange value, string name) =>
        Enum.IsDefined(value) ? value : throw new ArgumentException($"{name} must be Unbounded or MinusOneToOne, but was {value}.", name);

    private static DiscriminatorNormalization Known(DiscriminatorNormalization value, string name) =>
        Enum.IsDefined(value) ? value : throw new ArgumentException($"{name} must be None, Batch or Spectral, but was {value}.", name);
}
