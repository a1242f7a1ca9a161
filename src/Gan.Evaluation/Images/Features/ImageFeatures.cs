using Gan.Evaluation.Images.Features;
using Gan.Onnx;

namespace Microsoft.ML.Gan;

/// <summary>What images are compared by: a network's outputs, or the pixels themselves.</summary>
/// <remarks>Figures of different features are not comparable with each other, nor with those of Inception that papers report.</remarks>
public sealed class ImageFeatures
{
    private const int DefaultSize = 224;

    private readonly Func<MLContext, ImageShape, IFeatureExtractor> _open;

    private ImageFeatures(Func<MLContext, ImageShape, IFeatureExtractor> open) => _open = open;

    /// <summary>The pixels, averaged over square blocks until there are at most 1,024: quick, for small images.</summary>
    /// <remarks>They know no shapes: a digit that is moved by a pixel is far from itself.</remarks>
    public static ImageFeatures Pixels { get; } = new((_, shape) => new PixelFeatures(shape));

    /// <summary>The 512 outputs of ResNet-18 for ImageNet, at 224 by 224 pixels.</summary>
    /// <remarks>
    /// A program that references the package Microsoft.ML.DnnImageFeaturizer.ResNet18 (60 MB) has the file beside it. An image takes some
    /// 50 ms on a core.
    /// </remarks>
    /// <param name="path">The package's file <c>ResNet18.onnx</c>; null for the one beside the program.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static ImageFeatures ResNet18(string? path = null)
    {
        path ??= Path.Combine(AppContext.BaseDirectory, "DnnImageModels", "ResNet18Onnx", "ResNet18.onnx");
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"ResNet-18's file must be there, but '{path}' is not. Reference the package Microsoft.ML.DnnImageFeaturizer.ResNet18.", path);
        }
        return FromOnnx("ResNet-18 of ML.NET", File.ReadAllBytes(path), ImageNormalization.MLNet);
    }

    /// <summary>The first output of any ONNX network that takes a batch of images, (N, channels, height, width).</summary>
    /// <param name="path">The network's file; results name it.</param>
    /// <param name="normalization">What the network expects of its pixels; null for values from 0 to 1, red first.</param>
    /// <param name="size">The height and width to resize images to where the network does not say. Default 224.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static ImageFeatures FromOnnx(string path, ImageNormalization? normalization = null, int size = DefaultSize)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return FromOnnx(Path.GetFileName(path), File.ReadAllBytes(path), normalization, size);
    }

    /// <summary>The first output of any ONNX network that takes a batch of images, (N, channels, height, width).</summary>
    /// <param name="name">What results call the network.</param>
    /// <param name="model">The network, an ONNX file's bytes.</param>
    /// <param name="normalization">What the network expects of its pixels; null for values from 0 to 1, red first.</param>
    /// <param name="size">The height and width to resize images to where the network does not say. Default 224.</param>
    public static ImageFeatures FromOnnx(string name, byte[] model, ImageNormalization? normalization = null, int size = DefaultSize)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return new((mlContext, shape) => new NetworkFeatures(OnnxSession.Open(mlContext, model), shape, name, normalization ?? new(), size));
    }

    internal IFeatureExtractor Open(MLContext mlContext, ImageShape shape) => _open(mlContext, shape);
}
