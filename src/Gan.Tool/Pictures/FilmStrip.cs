using Gan.Tool.Data;
using Microsoft.ML.Gan;

namespace Gan.Tool.Pictures;

/// <summary>What a generator makes of the same latent vectors as training goes: a row for each of some moments.</summary>
/// <param name="shape">The shape of an image.</param>
/// <param name="sample">Images of the same latent vectors.</param>
internal sealed class FilmStrip(ImageShape shape, Func<Onnx.GeneratorTransformer, IReadOnlyList<float[]>> sample)
{
    private const double Moments = 8;

    private readonly List<(string Label, IReadOnlyList<float[]> Images)> _rows = [];

    /// <value>Whether nothing was reported: all rounds were trained before.</value>
    public bool IsEmpty => _rows.Count == 0;

    /// <summary>Takes the images of a report, if it is time.</summary>
    public void Look(GanProgress progress)
    {
        if (progress.Fraction < Math.Min(1, _rows.Count / Moments)) return;
        using var generator = progress.CreateGenerator();
        _rows.Add(($"epoch {progress.Report.Epoch}", sample(generator)));
    }

    public void WritePng(Stream stream) => new SampleGrid(
        shape, [.. _rows.Select(row => row.Label)], [new TileBlock("", [.. _rows.Select(row => row.Images)])]).WritePng(stream);
}
