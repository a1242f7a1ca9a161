using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>
/// The distribution of a rank by 64 equal bins, uniform within each; those at both ends are halved again and again towards the end, where values are
/// far apart.
/// </summary>
internal static class RankBins
{
    private const int Equal = 64;
    private const int Halvings = 4;
    private const double LeastShare = 1e-12;                          // that nothing is divided by 0

    /// <value>Where the bins begin and end, from 0 to 1.</value>
    public static IReadOnlyList<double> Edges { get; } = [
        0, .. Tail.Reverse(), .. Enumerable.Range(1, Equal - 1).Select(bin => (double)bin / Equal), .. Tail.Select(edge => 1 - edge), 1];

    /// <value>How many there are.</value>
    public static int Count => Edges.Count - 1;

    private static IEnumerable<double> Tail => Enumerable.Range(1, Halvings).Select(halving => Math.Pow(0.5, halving) / Equal);

    private static float[] Widths => [.. Edges.Zip(Edges.Skip(1), (from, to) => (float)(to - from))];

    /// <summary>The bin of ranks: (N, 1) to Int64 (N, 1).</summary>
    public static Tensor Of(Tensor ranks)
    {
        using var scope = NewDisposeScope();
        var inner = tensor([.. Edges.Skip(1).SkipLast(1).Select(edge => (float)edge)], device: ranks.device);
        return ranks.ge(inner).sum(1, keepdim: true).to(int64).MoveToOuterDisposeScope();
    }

    /// <summary>Ranks, (N, 1): the quantile of the distribution at a uniform number.</summary>
    /// <remarks>The sum over the bins of width · clamp((u − what is below) / share, 0, 1).</remarks>
    /// <param name="logits">Of the bins: (N, bins).</param>
    /// <param name="uniform">The uniform numbers that decide, (N, 1).</param>
    public static Tensor Draw(Tensor logits, Tensor uniform)
    {
        using var scope = NewDisposeScope();
        var shares = logits.softmax(1).Clamp(LeastShare, 1);
        var above = uniform - (shares.cumsum(1) - shares);
        return ((above / shares).Clamp(0, 1) * tensor(Widths, device: logits.device)).sum(1, keepdim: true).MoveToOuterDisposeScope();
    }

    /// <summary>Writes the same.</summary>
    public static OnnxValue Draw(OnnxGraphBuilder graph, OnnxValue logits, OnnxValue uniform)
    {
        var shares = graph.Clip(graph.Elementwise("Softmax", logits, ("axis", 1)), graph.Scalar(LeastShare), null);
        var below = graph.Minus(graph.RunningSum(shares), shares);
        var above = graph.Add("Sub", [uniform, below], below.ElementType, below.Dimensions);
        var parts = graph.Clip(graph.Over(above, shares), graph.Scalar(0), graph.Scalar(1));
        return graph.SumOfColumns(graph.Times(parts, graph.Constant(Widths, Count)));
    }
}
