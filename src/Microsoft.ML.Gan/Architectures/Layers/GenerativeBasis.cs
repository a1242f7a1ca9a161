using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures.Layers;

/// <summary>A learned image whose channels the latent vector scales: (N, inputs) to (N, channels, height, width).</summary>
/// <remarks>z ↦ (A z)_c · B_chw: the first layer of the generator of Huang, Gokaslan, Kuleshov and Tompkin (2024).</remarks>
internal sealed class GenerativeBasis : nn.Module<Tensor, Tensor>, IOnnxModule
{
    [ComponentName(Name = "basis")]
    private readonly Parameter _basis;                                // (channels, height, width)

    [ComponentName(Name = "gains")]
    private readonly Linear _gains;

    public GenerativeBasis(int inputs, int channels, long height, long width) : base(nameof(GenerativeBasis))
    {
        _basis = (Parameter)nn.Parameter(empty(channels, height, width)).DetachFromDisposeScope();
        nn.init.normal_(_basis);
        _gains = nn.Linear(inputs, channels, hasBias: false);
        Scaled.Initialize(_gains.weight);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => _gains.forward(input).unsqueeze(-1).unsqueeze(-1) * _basis;

    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input)
    {
        var gains = graph.Reshape(OnnxExport.Write(graph, _gains, input), [(int)_basis.shape[0], 1, 1]);
        int[] dimensions = [OnnxValue.Batch, .. _basis.shape.Select(size => (int)size)];
        return graph.Add("Mul", [gains, graph.Constant(_basis)], gains.ElementType, dimensions);
    }
}
