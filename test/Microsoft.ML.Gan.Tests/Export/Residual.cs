using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Export;

/// <summary>A user's module: x + gain · main(x), with a parameter of its own.</summary>
internal sealed class Residual : nn.Module<Tensor, Tensor>, IOnnxModule
{
    private readonly Sequential _main;
    private readonly Parameter _gain;

    public Residual(int width, nn.Module<Tensor, Tensor>? last = null) : base(nameof(Residual))
    {
        _main = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, width), last ?? nn.SiLU());
        _gain = nn.Parameter(ones(width));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => input + _gain * _main.forward(input);

    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input) =>
        graph.Plus(input, graph.Times(OnnxExport.Write(graph, _main, input), graph.Constant(_gain)));
}
