using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Players;

/// <summary>
/// Numbers by their ranks, piecewise linearly: x ↦ (x, clamp(p Φ(x) − k, 0, 1) for k = 0 to p − 1), so that layers see where within its distribution
/// a number is.
/// </summary>
/// <remarks>The schema of Gorishniy, Rubachev and Babenko (2022, section 3.2).</remarks>
internal sealed class RankPieces : Module<Tensor, Tensor>, IOnnxModule
{
    private const int DefaultCount = 32;

    [ComponentName(Name = "pieces")]
    private readonly Tensor _pieces;                                  // 0 to p − 1

    private readonly int _numbers, _count;

    /// <param name="numbers">The numbers of a row.</param>
    /// <param name="count">p.</param>
    public RankPieces(int numbers, int count = DefaultCount) : base(nameof(RankPieces))
    {
        (_numbers, _count) = (numbers, count);
        _pieces = TensorArithmetic.Range(count);
        RegisterComponents();
    }

    /// <value>The length of the output.</value>
    public int Outputs => _numbers * (1 + _count);

    public override Tensor forward(Tensor numbers) => cat([numbers, OfRanks(numbers.NormalRank())], 1);

    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue numbers) => graph.Concat([numbers, OfRanks(graph, graph.NormalRank(numbers))], 1);

    /// <summary>The pieces of ranks: (N, numbers) to (N, numbers · p).</summary>
    public Tensor OfRanks(Tensor ranks) => (ranks.Times(_count).unsqueeze(2) - _pieces).Clamp(0, 1).flatten(1);

    /// <summary>Writes the pieces of ranks.</summary>
    public OnnxValue OfRanks(OnnxGraphBuilder graph, OnnxValue ranks)
    {
        var scaled = graph.Reshape(graph.Times(ranks, _count), [_numbers, 1]);
        var differences = graph.Add("Sub", [scaled, graph.Constant(_pieces)], scaled.ElementType, [scaled.Dimensions[0], _numbers, _count]);
        return graph.Reshape(graph.Clip(differences, graph.Scalar(0), graph.Scalar(1)), [_numbers * _count]);
    }
}
