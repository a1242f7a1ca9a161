using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Numbers of a row as ranks from 0 to 1, and as the normal quantiles that the networks have of them.</summary>
internal static class NormalQuantiles
{
    /// <summary>Ranks keep this distance from 0 and 1, whose normal quantiles are infinite.</summary>
    public const double LeastTail = 2e-4;

    /// <summary>Φ(x).</summary>
    public static Tensor NormalRank(this Tensor x) => x.Times(Math.Sqrt(0.5)).erf().Times(0.5).Plus(0.5);

    /// <summary>Φ⁻¹(rank), finite at both ends.</summary>
    public static Tensor NormalQuantile(this Tensor rank) => rank.Clamp(LeastTail, 1 - LeastTail).Times(2).Plus(-1).erfinv().Times(Math.Sqrt(2));
}
