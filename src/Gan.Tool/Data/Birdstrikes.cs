using System.IO.Compression;
using Gan.Tool.Data.Csv;

namespace Gan.Tool.Data;

/// <summary>The table of wildlife strikes on aircraft that this program carries (see ATTRIBUTION.md).</summary>
internal static class Birdstrikes
{
    /// <summary>The column to predict: hard enough that good and bad tables differ.</summary>
    public const string Label = "Effect Amount of damage";

    private const string Name = "birdstrikes.csv.gz";

    public static CsvTable Read(CsvOptions? options = null) => CsvTable.Read(
        new CsvSource(
            Name, () => new GZipStream(typeof(Birdstrikes).Assembly.GetManifestResourceStream(Name)!, CompressionMode.Decompress)),
        options);
}
