using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures.Layers;

/// <summary>Adds sines and cosines of random frequencies to vectors, so that a network can tell near ones apart (Tancik et al. 2020).</summary>
/// <remarks>
/// x ↦ [x, sin(xB), cos(xB)], with B ~ N(0, s²) drawn once: (N, d) becomes (N, d + 2m). A network of smooth layers learns low frequencies
/// first; data whose modes are much narrower than they are apart needs high ones.
/// </remarks>
public sealed class FourierFeatures : nn.Module<Tensor, Tensor>, IOnnxModule
{
    [ComponentName(Name = "frequencies")]
    private readonly Tensor _frequencies;                             // B: (d, m); a buffer, not learned

    /// <summary>Draws the frequencies.</summary>
    /// <param name="inputs">The size d of the vectors. Range: &gt; 0.</param>
    /// <param name="count">The number m of frequencies. Range: &gt; 0.</param>
    /// <param name="scale">The standard deviation s of the frequencies, in radians for one unit of x. Range: &gt; 0.</param>
    public FourierFeatures(int inputs, int count, double scale) : base(nameof(FourierFeatures))
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        _frequencies = nn.init.normal_(empty(inputs, count), 0, scale).DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var phases = input.mm(_frequencies);                          // (N, m)
        return cat([input, phases.sin(), phases.cos()], 1);
    }

    /// <inheritdoc/>
    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(input);
        int[] dimensions = [input.Dimensions[0], (int)_frequencies.shape[1]];
        var phases = graph.Add("MatMul", [input, graph.Constant(_frequencies)], input.ElementType, dimensions);
        return graph.Concat([input, graph.Elementwise("Sin", phases), graph.Elementwise("Cos", phases)], 1);
    }
}
