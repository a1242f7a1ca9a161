using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>The ends of a number's ranks, the first and the last bin: what is in them stays, and nothing else gets there.</summary>
/// <remarks>
/// Values within a bin are drawn alike, but those of the last hundredth of a long tail are far apart. To draw the others among the others keeps the
/// distribution as a whole sweep does. An end that one value fills is no end: it is drawn as other values are.
/// </remarks>
/// <param name="Low">Whether the first bin stays.</param>
/// <param name="High">Whether the last does.</param>
internal sealed record NumberEnds(bool Low, bool High)
{
    private const float RuledOut = 1e4f;
    private const double Length = 1.0 / RankBins.Count;

    public static NumberEnds Of(NumberRanks ranks)
    {
        var (values, ends) = (ranks.Knots.Values, ranks.OfKnots);
        return new(!(values[0] == values[1] && ends[1] > Length), !(values[^1] == values[^2] && ends[^2] < 1 - Length));
    }

    /// <summary>Logits, (N, bins), of a number that is not in an end.</summary>
    public Tensor Inside(Tensor logits) => logits - tensor(Taken, device: logits.device);

    /// <summary>1 for ranks that are in an end, else 0.</summary>
    public Tensor Has(Tensor ranks) => ranks.IsAbove(1 - Length).to(float32).Times(High ? 1 : 0).Plus(
        ranks.Times(-1).IsAbove(-Length).to(float32).Times(Low ? 1 : 0));

    /// <summary>Writes the logits of a number that is not in an end.</summary>
    public OnnxValue Inside(OnnxGraphBuilder graph, OnnxValue logits) => graph.Minus(logits, graph.Constant(Taken, RankBins.Count));

    /// <summary>Writes whether a rank is in an end: Boolean (N, 1).</summary>
    public OnnxValue Has(OnnxGraphBuilder graph, OnnxValue rank)
    {
        var isHigh = graph.Compare("Greater", rank, graph.Constant([High ? (float)(1 - Length) : 2], 1));
        return graph.Logical("Or", isHigh, graph.Compare("Less", rank, graph.Constant([Low ? (float)Length : -1], 1)));
    }

    private float[] Taken => [Low ? RuledOut : 0, .. new float[RankBins.Count - 2], High ? RuledOut : 0];
}
