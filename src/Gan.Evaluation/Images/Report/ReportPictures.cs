using Gan.Evaluation.Images.Features;

namespace Gan.Evaluation.Images.Report;

/// <summary>The images that the page shows, from 0 (black) to 1.</summary>
/// <param name="Shape">Their shape.</param>
/// <param name="Real">Real images.</param>
/// <param name="Generated">Generated images.</param>
/// <param name="Closest">The generated images that are nearest to a real one.</param>
/// <param name="Neighbours">The real ones that those are nearest to.</param>
internal sealed record ReportPictures(ImageShape Shape, float[][] Real, float[][] Generated, float[][] Closest, float[][] Neighbours)
{
    /// <summary>How many of each are shown.</summary>
    public const int Many = 60, Pairs = 12;
}
