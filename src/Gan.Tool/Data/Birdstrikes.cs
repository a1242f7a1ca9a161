using System.IO.Compression;

namespace Gan.Tool.Data;

/// <summary>The table of wildlife strikes on aircraft that this program carries (see ATTRIBUTION.md).</summary>
internal static class Birdstrikes
{
    /// <summary>The column to predict: hard enough that good and bad tables differ.</summary>
    public const string Label = "Effect Amount of damage";

    private const string Name = "birdstrikes.csv.gz";

    public static CsvTable Read()
    {
        using var resource = typeof(Birdstrikes).Assembly.GetManifestResourceStream(Name)!;
        using var text = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));
        return CsvTable.Read(text, Name);
    }
}
