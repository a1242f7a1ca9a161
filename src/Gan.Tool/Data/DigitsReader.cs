using System.Globalization;
using System.IO.Compression;

namespace Gan.Tool.Data;

/// <summary>Reads the handwritten digits that this program carries (see ATTRIBUTION.md).</summary>
internal static class DigitsReader
{
    private const float Ink = 16;
    private static readonly ImageShape Shape = new(1, 8, 8);

    public static ImageSet Read()
    {
        using var resource = typeof(DigitsReader).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        using var reader = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));
        var images = new List<LabelledImage>();
        while (reader.ReadLine() is { } line) images.Add(Parse(line));
        return new ImageSet(Shape, [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")], images);
    }

    private static LabelledImage Parse(string line)
    {
        var fields = line.Split(',');
        return new LabelledImage
        {
            Features = [.. fields[..^1].Select(pixel => float.Parse(pixel, CultureInfo.InvariantCulture) / Ink)],
            Label = fields[^1],
        };
    }
}
