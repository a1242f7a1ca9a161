namespace Gan.Tool.Data;

/// <summary>Reads Fashion-MNIST (Xiao, Rasul and Vollgraf 2017): grey images of 28 by 28 pixels, ten kinds of clothing.</summary>
internal static class FashionReader
{
    private const string ImagesFile = "train-images-idx3-ubyte.gz";
    private const string LabelsFile = "train-labels-idx1-ubyte.gz";

    private static readonly string[] ClassNames =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <exception cref="FileNotFoundException">The folder lacks a file.</exception>
    /// <exception cref="InvalidDataException">A file is not what its name says.</exception>
    public static ImageSet Read(string folder, int maxRows)
    {
        var (shape, images) = ReadFile(folder, ImagesFile, 3, maxRows);
        var (_, labels) = ReadFile(folder, LabelsFile, 1, maxRows);
        if (images.Length != labels.Length)
            throw new InvalidDataException($"'{LabelsFile}' must have a label for each of the {images.Length} images, but has {labels.Length}.");
        return new ImageSet(new ImageShape(1, shape[0], shape[1]), ClassNames, [.. images.Zip(labels, ToImage)]);
    }

    private static (int[] ItemShape, byte[][] Items) ReadFile(string folder, string name, int dimensions, int maxRows)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"The data folder must have the file {name}, but '{folder}' has none. " +
                $"It is one of Fashion-MNIST's four files; Debian's package dataset-fashion-mnist puts them into /usr/share/datasets/fashion-mnist.",
                path);
        }
        using var file = File.OpenRead(path);
        return IdxReader.Read(file, name, dimensions, maxRows);
    }

    private static LabelledImage ToImage(byte[] pixels, byte[] label) => label[0] < ClassNames.Length
        ? new LabelledImage { Features = Array.ConvertAll(pixels, pixel => pixel / 255f), Label = ClassNames[label[0]] }
        : throw new InvalidDataException($"A label of '{LabelsFile}' must be from 0 to {ClassNames.Length - 1}, but was {label[0]}.");
}
