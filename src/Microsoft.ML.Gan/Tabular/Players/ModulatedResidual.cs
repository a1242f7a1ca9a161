using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Players;

/// <summary>
/// A residual block of linear layers whose normalised input a condition scales and shifts: x + W₂ silu(W₁ (norm(x) · s(c) + t(c))).
/// </summary>
/// <remarks>
/// The block of Gorishniy et al. (2021, section 3.2) with the modulation of Perez et al. (2018), which begins at none: s = 1, t = 0.
/// </remarks>
internal sealed class ModulatedResidual : Module<Tensor, Tensor, Tensor>
{
    private const double StartScale = 0.3;                            // of W₂: the block begins near the identity

    private readonly int _width;

    [ComponentName(Name = "norm")]
    private readonly LayerNorm _norm;

    [ComponentName(Name = "modulation")]
    private readonly Linear _modulation;

    [ComponentName(Name = "main")]
    private readonly Sequential _main;

    public ModulatedResidual(int width, int conditionWidth) : base(nameof(ModulatedResidual))
    {
        _width = width;
        _norm = LayerNorm(width);
        _modulation = Linear(conditionWidth, 2 * width);
        using (no_grad())
        {
            _modulation.weight.zero_();
            _modulation.bias!.copy_(cat([ones(width), zeros(width)]));
        }
        _main = Branch(width);
        RegisterComponents();
    }

    /// <summary>What such a block adds to its input: x ↦ W₂ silu(W₁ x), small at first.</summary>
    public static Sequential Branch(int width)
    {
        var last = Linear(width, width);
        using (no_grad()) last.weight.copy_(last.weight.Times(StartScale));
        return Sequential(Linear(width, width), SiLU(inplace: true), last);
    }

    public override Tensor forward(Tensor input, Tensor condition)    // (N, width), (N, condition width)
    {
        var parts = _modulation.call(condition).split([_width, _width], 1);
        return input.Plus(_main.call((_norm.call(input) * parts[0]).Plus(parts[1])));
    }

    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input, OnnxValue condition)
    {
        var modulation = OnnxExport.Write(graph, _modulation, condition);
        var scaled = graph.Times(OnnxExport.Write(graph, _norm, input), graph.Columns(modulation, 0, _width));
        var modulated = graph.Plus(scaled, graph.Columns(modulation, _width, _width));
        return graph.Plus(input, OnnxExport.Write(graph, _main, modulated));
    }
}
