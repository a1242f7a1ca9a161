using System.IO.Compression;
using Microsoft.Data.Analysis;

namespace Gan.Samples.Data;

/// <summary>The table of wildlife strikes on aircraft that this program carries (see ATTRIBUTION.md).</summary>
internal static class Birdstrikes
{
    public const string Label = "Wildlife Size";

    private const string Name = "birdstrikes.csv.gz";

    public static DataFrame Read()
    {
        using var resource = typeof(Birdstrikes).Assembly.GetManifestResourceStream(Name)!;
        using var text = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));
        return CsvTable.Read(text, Name);
    }
}
