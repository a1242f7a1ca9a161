using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Tabular.Encoding;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Networks;

/// <summary>Which of the common values of its column each number has, by its rank: 1 for that one, 0 for the others.</summary>
/// <remarks>What goes with one value of many, as an income with one capital gain, is no smooth function of ranks.</remarks>
internal sealed class CommonRanks : Module<Tensor, Tensor>
{
    [ComponentName(Name = "places")]
    private readonly Tensor _places;                                  // (values): the number that has it

    [ComponentName(Name = "middles")]
    private readonly Tensor _middles;                                 // (values)

    [ComponentName(Name = "halves")]
    private readonly Tensor _halves;                                  // (values)

    private CommonRanks(IReadOnlyList<(int Place, CommonValue Value)> common) : base(nameof(CommonRanks))
    {
        Outputs = common.Count;
        _places = tensor(common.Select(pair => (long)pair.Place).ToArray());
        _middles = tensor(common.Select(pair => pair.Value.Middle).ToArray());
        _halves = tensor(common.Select(pair => pair.Value.HalfLength).ToArray());
        RegisterComponents();
    }

    /// <value>The length of the output.</value>
    public int Outputs { get; }

    /// <summary>Those of a table; null if no column has a common value.</summary>
    public static CommonRanks? Of(TableEncoding encoding)
    {
        var common = encoding.NumberEncodings.SelectMany(number => number.Ranks.Common.Select(value => (number.Place, value))).ToList();
        return common.Count == 0 ? null : new CommonRanks(common);
    }

    public override Tensor forward(Tensor ranks) => (ranks.index_select(1, _places) - _middles).abs().lt(_halves).to(float32);      // (N, numbers) to (N, values)

    /// <summary>Writes it.</summary>
    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue ranks)
    {
        var places = graph.Constant(_places.cpu().data<long>().ToArray(), Outputs);
        var own = graph.Add("Gather", [ranks, places], ranks.ElementType, [OnnxValue.Batch, Outputs], ("axis", 1));
        var distance = graph.Elementwise("Abs", graph.Minus(own, graph.Constant(_middles)));
        return graph.Cast(graph.Compare("Less", distance, graph.Constant(_halves)), OnnxElementType.Single);
    }
}
