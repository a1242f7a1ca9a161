using Gan.Tool.Data;
using Microsoft.ML.Gan;

namespace Gan.Tool.Options;

/// <summary>How the ring is trained: by the library's defaults, but not as long.</summary>
internal static class RingOptions
{
    public const int DefaultEpochs = 95;
    public const int Rows = 8_192;

    /// <summary>Eight Gaussians on a circle of radius 1: small, and hard enough that a GAN may forget some of them.</summary>
    public static NormalMixture Mixture { get; } = NormalMixture.OnCircle(modes: 8, radius: 1, deviation: 0.05);

    public static GanTrainer.Options Options { get; } = new();
}
