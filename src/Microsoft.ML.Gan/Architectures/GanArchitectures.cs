using Microsoft.ML.Gan.Architectures;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan;

/// <summary>The architectures that a GAN can be made of.</summary>
public static class GanArchitectures
{
    /// <summary>Fully connected networks, for vectors.</summary>
    /// <param name="width">Units in each hidden layer. Default 128. Range: &gt; 0.</param>
    /// <param name="depth">Number of hidden layers. Default 3. Range: &gt; 0.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public static GanArchitecture Mlp(int width = 128, int depth = 3) =>
        new MlpArchitecture(Positive(width, nameof(width)), Positive(depth, nameof(depth)));

    /// <summary>Convolutional networks for images, after Radford, Metz and Chintala (2015).</summary>
    /// <remarks>For 8 to 128 pixels a side; each side must halve evenly at least once.</remarks>
    /// <param name="generatorChannels">Channels of G's last hidden layer; each earlier one has twice as many. Default 64. Range: &gt; 0.</param>
    /// <param name="discriminatorChannels">Channels of D's first layer; each later one has twice as many. Default 64. Range: &gt; 0.</param>
    /// <param name="normalizeDiscriminator">
    /// Whether D has batch normalisation, as in the paper. Default false: gradient penalties assume that each row is judged alone.
    /// </param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public static GanArchitecture Dcgan(int generatorChannels = 64, int discriminatorChannels = 64, bool normalizeDiscriminator = false) => new DcganArchitecture(
        Positive(generatorChannels, nameof(generatorChannels)), Positive(discriminatorChannels, nameof(discriminatorChannels)), normalizeDiscriminator);

    /// <summary>The caller's own TorchSharp modules.</summary>
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

    /// <summary>The architecture for a shape when none is chosen: <see cref="Dcgan"/> for images it can make, else <see cref="Mlp"/>.</summary>
    internal static GanArchitecture For(IReadOnlyList<int> sampleShape)
    {
        var images = Dcgan();
        return images.Problem(sampleShape) is null ? images : Mlp();
    }

    private static int Positive(int value, string name) =>
        value > 0 ? value : throw new ArgumentException($"{name} must be at least 1, but was {value}.", name);
}
