using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Networks;

/// <summary>Moves a latent vector to where the generator makes rows that meet a condition: z + H(z, condition), the condition passed on behind it.</summary>
/// <remarks>What the generator has learnt of whole rows so serves every condition: H has only to find p(z | condition).</remarks>
internal sealed class Steering : Module<Tensor, Tensor>, IOnnxModule
{
    private readonly int _latentSize;
    private readonly int _conditionWidth;

    [ComponentName(Name = "main")]
    private readonly Module<Tensor, Tensor> _main;

    public Steering(int latentSize, int conditionWidth, int width) : base(nameof(Steering))
    {
        _latentSize = latentSize;
        _conditionWidth = conditionWidth;
        var last = Linear(width, latentSize);
        using (no_grad()) last.weight.mul_(0.3);
        _main = Sequential(Linear(latentSize + conditionWidth, width), SiLU(inplace: true), Linear(width, width), SiLU(inplace: true), last);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)                     // (N, latent size + condition width)
    {
        var parts = input.split([_latentSize, _conditionWidth], 1);
        return cat([parts[0] + _main.call(input), parts[1]], 1);
    }

    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input)
    {
        var moved = graph.Plus(graph.Columns(input, 0, _latentSize), OnnxExport.Write(graph, _main, input));
        return _conditionWidth == 0 ? moved : graph.Concat([moved, graph.Columns(input, _latentSize, _conditionWidth)], 1);
    }
}
