using System.Globalization;
using Gan.Onnx;
using Gan.Tool.Data;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Images;
using Gan.Tool.Evaluation;

namespace Gan.Tool.Pictures;

/// <summary>Searches a generator's latent space for given pictures, by their pixels.</summary>
internal sealed class PictureSearch(GeneratorTransformer generator, ImageShape shape, string? className, int seed)
{
    /// <summary>The nearest that the generator makes: in the class, or in the one whose first samples come nearest.</summary>
    public FoundPicture Find(string file, ImageFit fit, CancellationToken cancellationToken)
    {
        if (shape.Height != shape.Width)
        {
            throw new InvalidOperationException(
                $"--picture must be given for a generator of square images, but its images have {shape.Height} by {shape.Width} pixels.");
        }
        var picture = PictureColors.Values(Decode(file, fit), shape.Channels);
        var best = className ?? BestClass(picture);
        cancellationToken.ThrowIfCancellationRequested();
        var options = new LatentSearchOptions { Seed = seed };
        var match = best is null ? generator.FindLatent(picture, options) : generator.FindLatent(picture, best, options);
        var key = best is null ? 0 : (uint)generator.ClassNames.ToList().IndexOf(best) + 1;
        return new(Path.GetFileName(file), best, picture, generator.Images(match.Latent.ToArray(), [key])[0], match);
    }

    /// <summary>The pictures, and below each what was found.</summary>
    public SampleGrid Sheet(IReadOnlyList<FoundPicture> found)
    {
        var rows = found.Chunk(LatentSheets.Columns).SelectMany(part =>
            new[] { part.Select(one => one.Picture).ToArray(), part.Select(one => one.Sample).ToArray() }).ToList();
        return new(shape, [.. rows.Select((_, row) => row % 2 == 0 ? "real" : "found")], [new TileBlock("", rows)]);
    }

    /// <summary>What was found: a row a picture, with the latent vector to go on from.</summary>
    public static void WriteCsv(IReadOnlyList<FoundPicture> found, TextWriter writer)
    {
        var latents = Enumerable.Range(1, found[0].Match.Latent.Length).Select(component => $"Latent{component}");
        writer.WriteLine(CsvText.Plain.Line(["File", "Class", "Error", .. latents]));
        foreach (var one in found)
        {
            var latent = one.Match.Latent.ToArray().Select(value => Text(value));
            writer.WriteLine(CsvText.Plain.Line([one.File, one.ClassName ?? "", Text(one.Match.Error), .. latent]));
        }

        static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
    }

    private byte[] Decode(string file, ImageFit fit)
    {
        try
        {
            return PictureDecoder.Decode(file, shape.Height, fit);
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException($"--picture must be a PNG or JPEG file, but '{file}' is not: {fault.Message}.", fault);
        }
    }

    /// <summary>The class with the nearest of the samples that a search begins with; null if there are no classes.</summary>
    private string? BestClass(float[] picture) => generator.ClassNames
        .MinBy(name => generator.FindLatent(picture, name, new LatentSearchOptions { Generations = 0, Seed = seed }).Error);
}
