using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Networks;

/// <summary>From G's hidden features to the logits of choices, with an eye on the numbers of the row: h ← h + A (numbers); h ← h + W₂ silu(W₁ norm(h)).</summary>
/// <remarks>
/// A row is made in the order p(numbers) p(choices | numbers). A choice may hang on a narrow range of a number, which smooth features of z alone do not resolve (<see cref="RankPieces"/>).
/// Choices follow the numbers, and do not pull them: the gradient stops here.
/// </remarks>
internal sealed class ChoiceHead : Module<Tensor, Tensor, Tensor>
{
    [ComponentName(Name = "pieces")]
    private readonly RankPieces? _pieces;

    [ComponentName(Name = "numbers")]
    private readonly Linear? _numbers;

    [ComponentName(Name = "block")]
    private readonly Sequential? _block;

    [ComponentName(Name = "output")]
    private readonly Sequential _output;

    public ChoiceHead(int width, int numbers, int slots) : base(nameof(ChoiceHead))
    {
        if (numbers > 0)
        {
            _pieces = new RankPieces(numbers);
            _numbers = Linear(_pieces.Outputs, width, hasBias: false);
            _block = Sequential(LayerNorm(width), ModulatedResidual.Branch(width));
        }
        Last = Linear(width, slots);
        _output = Sequential(LayerNorm(width), SiLU(inplace: true), Last);
        RegisterComponents();
    }

    /// <value>The last layer.</value>
    public Linear Last { get; }

    public override Tensor forward(Tensor hidden, Tensor numbers)     // (N, width), (N, numbers)
    {
        if (_pieces is null) return _output.call(hidden);
        hidden = hidden.Plus(_numbers!.call(_pieces.call(numbers.detach())));
        return _output.call(hidden.Plus(_block!.call(hidden)));
    }

    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue hidden, OnnxValue? numbers)
    {
        if (_pieces is null) return OnnxExport.Write(graph, _output, hidden);
        hidden = graph.Plus(hidden, OnnxExport.Write(graph, _numbers!, _pieces.ToOnnx(graph, numbers!)));
        return OnnxExport.Write(graph, _output, graph.Plus(hidden, OnnxExport.Write(graph, _block!, hidden)));
    }
}
