using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Networks;

/// <summary>A residual block of linear layers (Gorishniy et al. 2021, section 3.2): x + W₂ silu(W₁ norm(x)).</summary>
internal sealed class DenseResidual : Module<Tensor, Tensor>, IOnnxModule
{
    private const double StartScale = 0.3;                            // of W₂: the block begins near the identity

    [ComponentName(Name = "main")]
    private readonly Module<Tensor, Tensor> _main;

    public DenseResidual(int width) : base(nameof(DenseResidual))
    {
        var last = Linear(width, width);
        using (no_grad()) last.weight.mul_(StartScale);
        _main = Sequential(LayerNorm(width), Linear(width, width), SiLU(inplace: true), last);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => input + _main.call(input);     // (N, width)

    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input) => graph.Plus(input, OnnxExport.Write(graph, _main, input));
}
