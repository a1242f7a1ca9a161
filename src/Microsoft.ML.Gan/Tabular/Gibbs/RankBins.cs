using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>The distribution of a rank by equal bins, uniform within each.</summary>
internal static class RankBins
{
    public const int Count = 64;

    private const double LeastShare = 1e-12;                          // that nothing is divided by 0

    /// <value>Where the bins begin and end, from 0 to 1.</value>
    public static IReadOnlyList<double> Edges { get; } = [.. Enumerable.Range(0, Count + 1).Select(edge => (double)edge / Count)];

    /// <summary>The bin of ranks, of any shape: Int64.</summary>
    public static Tensor Of(Tensor ranks) => ranks.Times(Count).floor().Clamp(0, Count - 1).to(int64);

    /// <summary>Ranks, (N, 1): the quantile of the distribution at a uniform number.</summary>
    /// <remarks>The mean over the bins of clamp((u − what is below) / share, 0, 1).</remarks>
    /// <param name="logits">Of the bins: (N, bins).</param>
    /// <param name="uniform">The uniform numbers that decide, (N, 1).</param>
    public static Tensor Draw(Tensor logits, Tensor uniform)
    {
        using var scope = NewDisposeScope();
        var shares = logits.softmax(1).Clamp(LeastShare, 1);
        var above = uniform - (shares.cumsum(1) - shares);
        return (above / shares).Clamp(0, 1).sum(1, keepdim: true).Times(1.0 / Count).MoveToOuterDisposeScope();
    }

    /// <summary>Writes the same.</summary>
    public static OnnxValue Draw(OnnxGraphBuilder graph, OnnxValue logits, OnnxValue uniform)
    {
        var shares = graph.Clip(graph.Elementwise("Softmax", logits, ("axis", 1)), graph.Scalar(LeastShare), null);
        var below = graph.Minus(graph.RunningSum(shares), shares);
        var above = graph.Add("Sub", [uniform, below], below.ElementType, below.Dimensions);
        var parts = graph.Clip(graph.Over(above, shares), graph.Scalar(0), graph.Scalar(1));
        return graph.Times(graph.SumOfColumns(parts), 1.0 / Count);
    }
}
