using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>A residual block with dropout: h + W₂ drop(silu(W₁ norm(h))).</summary>
/// <remarks>Its dropout follows the fit's seed, whatever else runs in the process.</remarks>
internal sealed class NumberBlock : Module<Tensor, Tensor>
{
    private const double Dropped = 0.2;

    [ComponentName(Name = "norm")]
    private readonly LayerNorm _norm;

    [ComponentName(Name = "first")]
    private readonly Linear _first;

    [ComponentName(Name = "second")]
    private readonly Linear _second;

    private readonly INoise _noise;

    public NumberBlock(int width, INoise noise) : base(nameof(NumberBlock))
    {
        _norm = LayerNorm(width);
        _first = Linear(width, width);
        _second = Linear(width, width);
        _noise = noise;
        RegisterComponents();
    }

    public override Tensor forward(Tensor hidden)                     // (N, width)
    {
        var features = functional.silu(_first.call(_norm.call(hidden)));
        if (training) features = features * _noise.Uniform(features.shape).IsAbove(Dropped).to(float32).Times(1 / (1 - Dropped));
        return hidden.Plus(_second.call(features));
    }

    /// <summary>Writes the block's weights, once, and gives what writes the block: (N, width) to (N, width).</summary>
    public Func<OnnxValue, OnnxValue> Writer(OnnxGraphBuilder graph)
    {
        var (scale, shift) = (graph.Constant(_norm.weight!), graph.Constant(_norm.bias!));
        var (first, firstBias) = (graph.Constant(_first.weight), graph.Constant(_first.bias!));
        var (second, secondBias) = (graph.Constant(_second.weight), graph.Constant(_second.bias!));
        return hidden =>
        {
            var normal = graph.Add(
                "LayerNormalization", [hidden, scale, shift], hidden.ElementType, hidden.Dimensions, ("axis", -1), ("epsilon", (float)_norm.eps));
            return graph.Plus(hidden, graph.Linear(graph.Silu(graph.Linear(normal, first, firstBias)), second, secondBias));
        };
    }
}
