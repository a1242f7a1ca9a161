using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures.Layers;

/// <summary>Adds sines and cosines of random frequencies to vectors, so that a network can tell near ones apart (Tancik et al. 2020).</summary>
/// <remarks>
/// x ↦ [x, a sin(xB), a cos(xB)]: (N, d) becomes (N, d + 2m). The columns of B are drawn once: their directions are random, their lengths |b| go from
/// the least frequency to the greatest by a constant factor, and a = √(least / |b|): high ones are there from the start, but do not drown the low
/// ones. A network of smooth layers learns low frequencies first; data whose modes are much narrower than they are apart needs high ones, and nobody
/// knows beforehand how high.
/// </remarks>
public sealed class FourierFeatures : nn.Module<Tensor, Tensor>, IOnnxModule
{
    [ComponentName(Name = "frequencies")]
    private readonly Tensor _frequencies;                             // B: (d, m); a buffer, not learned

    [ComponentName(Name = "amplitudes")]
    private readonly Tensor _amplitudes;                              // a: (m)

    /// <summary>Draws the frequencies.</summary>
    /// <param name="inputs">The size d of the vectors. Range: &gt; 0.</param>
    /// <param name="count">The number m of frequencies. Range: &gt; 0.</param>
    /// <param name="least">The least frequency, in radians for one unit of x. Range: &gt; 0.</param>
    /// <param name="greatest">The greatest frequency. Range: at least <paramref name="least"/>.</param>
    public FourierFeatures(int inputs, int count, double least, double greatest) : base(nameof(FourierFeatures))
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(least);
        ArgumentOutOfRangeException.ThrowIfLessThan(greatest, least);
        using var scope = NewDisposeScope();
        var directions = nn.init.normal_(empty(inputs, count));
        var lengths = logspace(Math.Log10(least), Math.Log10(greatest), count);
        _frequencies = (directions / directions.norm(0, true) * lengths).DetachFromDisposeScope();
        _amplitudes = lengths.reciprocal().Times(least).sqrt().DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var phases = input.mm(_frequencies);                          // (N, m)
        return cat([input, phases.sin() * _amplitudes, phases.cos() * _amplitudes], 1);
    }

    /// <inheritdoc/>
    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(input);
        int[] dimensions = [input.Dimensions[0], (int)_frequencies.shape[1]];
        var phases = graph.Add("MatMul", [input, graph.Constant(_frequencies)], input.ElementType, dimensions);
        var amplitudes = graph.Constant(_amplitudes);
        return graph.Concat(
            [input, graph.Times(graph.Elementwise("Sin", phases), amplitudes), graph.Times(graph.Elementwise("Cos", phases), amplitudes)], 1);
    }
}
