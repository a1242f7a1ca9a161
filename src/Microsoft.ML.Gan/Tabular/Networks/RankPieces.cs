using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Export.Layers;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Networks;

/// <summary>Numbers by their ranks, piecewise linearly: x ↦ (x, clamp(p Φ(x) − k, 0, 1) for k = 0 to p − 1), so that layers see where within its distribution a number is.</summary>
/// <remarks>The encoding of Gorishniy, Rubachev and Babenko (2022, section 3.2).</remarks>
internal sealed class RankPieces : Module<Tensor, Tensor>, IOnnxModule
{
    private const int Count = 32;                                     // p

    [ComponentName(Name = "pieces")]
    private readonly Tensor _pieces;                                  // 0 to p − 1

    private readonly int _numbers;

    public RankPieces(int numbers) : base(nameof(RankPieces))
    {
        _numbers = numbers;
        _pieces = TensorArithmetic.Range(Count);
        RegisterComponents();
    }

    /// <value>The length of the output.</value>
    public int Outputs => _numbers * (1 + Count);

    public override Tensor forward(Tensor numbers)                    // (N, numbers)
    {
        var ranks = numbers.Times(Math.Sqrt(0.5)).erf().Times(Count / 2.0).Plus(Count / 2.0);    // p Φ(x)
        return cat([numbers, (ranks.unsqueeze(2) - _pieces).Clamp(0, 1).flatten(1)], 1);         // (N, numbers · (1 + p))
    }

    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue numbers)
    {
        var ranks = graph.Reshape(graph.Times(graph.NormalRank(numbers), Count), [_numbers, 1]);
        var differences = graph.Add("Sub", [ranks, graph.Constant(_pieces)], ranks.ElementType, [ranks.Dimensions[0], _numbers, Count]);
        var pieces = graph.Clip(differences, graph.Scalar(0), graph.Scalar(1));
        return graph.Concat([numbers, graph.Reshape(pieces, [_numbers * Count])], 1);
    }
}
