using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Players;

/// <summary>
/// From G's hidden features to a part of a row, with an eye on the parts made before it: h ← h + A (seen); h ← h + W₂ silu(W₁ norm(h)).
/// </summary>
/// <remarks>The next part is made of the features h that come out.</remarks>
internal sealed class RowHead : Module<Tensor, Tensor, (Tensor Hidden, Tensor Part)>
{
    [ComponentName(Name = "seen")]
    private readonly Linear? _seen;

    [ComponentName(Name = "block")]
    private readonly Sequential? _block;

    [ComponentName(Name = "output")]
    private readonly Sequential _output;

    public RowHead(int width, int seen, int outputs) : base(nameof(RowHead))
    {
        if (seen > 0)
        {
            _seen = Linear(seen, width, hasBias: false);
            _block = Sequential(LayerNorm(width), ModulatedResidual.Branch(width));
        }
        Last = Linear(width, outputs);
        _output = Sequential(LayerNorm(width), SiLU(inplace: true), Last);
        RegisterComponents();
    }

    /// <value>The last layer.</value>
    public Linear Last { get; }

    public override (Tensor Hidden, Tensor Part) forward(Tensor hidden, Tensor seen)         // (N, width), (N, seen)
    {
        if (_seen is not null)
        {
            hidden = hidden.Plus(_seen.call(seen));
            hidden = hidden.Plus(_block!.call(hidden));
        }
        return (hidden, _output.call(hidden));
    }

    /// <summary>Writes the head.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="hidden">The hidden features.</param>
    /// <param name="seen">The parts of the row, side by side.</param>
    public (OnnxValue Hidden, OnnxValue Part) ToOnnx(OnnxGraphBuilder graph, OnnxValue hidden, IReadOnlyList<OnnxValue> seen)
    {
        if (_seen is not null)
        {
            hidden = graph.Plus(hidden, OnnxExport.Write(graph, _seen, graph.Concat(seen, 1)));
            hidden = graph.Plus(hidden, OnnxExport.Write(graph, _block!, hidden));
        }
        return (hidden, OnnxExport.Write(graph, _output, hidden));
    }
}
