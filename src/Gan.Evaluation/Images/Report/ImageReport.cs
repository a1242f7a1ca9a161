using System.Net;
using Gan.Evaluation.Report;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Images.Report;

/// <summary>The measures of generated images as one HTML page that needs nothing else.</summary>
internal sealed class ImageReport(ImageGanMetrics metrics, ReportPictures pictures, float[] distances, float[] testDistances)
{
    private const int GridColumns = 10;

    private const string Css =
        """
        .tiles { image-rendering: pixelated; display: block; max-width: 100%; border: 1px solid var(--line); border-radius: 6px; }
        .halves { display: grid; gap: 14px; grid-template-columns: repeat(auto-fit, minmax(480px, 1fr)); }
        .curve-real { stroke: var(--real); } .label { margin: 8px 0 4px; }
        """;

    public void Write(TextWriter writer) => writer.Write(
        $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Generated images</title>
        <style>
        {ReportStyle.Css}
        {Css}
        </style></head><body>
        <h1>Generated images</h1>
        <p>{Figures.Count(metrics.Similarity.Count)} generated images against {Figures.Count(metrics.RealCount)} real ones{Ceiling()}, by
        {Encoded(metrics.Features)} ({Figures.Count(metrics.FeatureCount)} features). Figures of other features, or of other numbers of images,
        are not comparable with these.</p>
        <div class="cards">
        {ImageCards.Write(metrics)}</div>
        {Remarks()}<h2>Images</h2>
        <p>Drawn at random.</p>
        <div class="halves">
        {Grid("real", pictures.Real)}{Grid("generated", pictures.Generated)}</div>
        <h2>Nearest to a training image</h2>
        <p>The generated images with the least distance to a real one, and that one below each.</p>
        <div class="card"><div class="label"><span class="key synthetic"></span>generated</div>
        {Row(pictures.Closest, "generated images nearest to a real one")}
        <div class="label"><span class="key real"></span>the nearest real one</div>
        {Row(pictures.Neighbours, "the real images that are nearest")}</div>
        <h2>Distances to training images</h2>
        <p><span class="key synthetic"></span>generated{TestKey()}. The share of images that are as near as that, or nearer.
        Copies are a curve that rises far left of the test images'.</p>
        <div class="card">{DistanceCurves.Draw(distances, testDistances)}</div>
        {Classes()}</body></html>

        """);

    private string Ceiling() => metrics.Ceiling is { } ceiling ? $", with {Figures.Count(ceiling.Count)} test images for a ceiling" : "";

    private string TestKey() => testDistances.Length > 0 ? "<span class=\"key real\"></span>test" : "";

    private string Remarks() => metrics.Remarks.Count == 0
        ? ""
        : $"<ul class=\"remarks\">{string.Concat(metrics.Remarks.Select(remark => $"<li>{Encoded(remark)}</li>"))}</ul>\n";

    private string Grid(string name, float[][] images) =>
        $"<div class=\"card\"><div class=\"label\">{name}</div>{Bitmap.Element(pictures.Shape, images, GridColumns, $"{name} images")}</div>\n";

    private string Row(float[][] images, string what) => Bitmap.Element(pictures.Shape, images, images.Length, what);

    private string Classes() => metrics.Classes.Count == 0
        ? ""
        : $"""
           <h2>Classes</h2>
           <p>Each class's generated images against its real ones.</p>
           <table><tr><th>Class</th>{Heads("Real", "Generated", "Fréchet", "Kernel", "Precision", "Recall", "Density", "Coverage")}</tr>
           {string.Concat(metrics.Classes.Select(Class))}</table>

           """;

    private static string Class(ImageClassMetrics found)
    {
        var score = found.Similarity;
        double?[] figures =
            [score?.FrechetDistance, score?.KernelDistance, score?.Precision, score?.Recall, score?.Density, score?.Coverage];
        var counts = $"{Cell(Figures.Count(found.RealCount))}{Cell(score is null ? "" : Figures.Count(score.Count))}";
        return $"<tr><td>{Encoded(found.Name)}</td>{counts}{string.Concat(figures.Select(figure => Cell(Figures.Small(figure))))}</tr>\n";
    }

    private static string Cell(string text) => $"<td class=\"number\">{text}</td>";

    private static string Heads(params string[] names) => string.Concat(names.Select(name => $"<th class=\"number\">{name}</th>"));

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
