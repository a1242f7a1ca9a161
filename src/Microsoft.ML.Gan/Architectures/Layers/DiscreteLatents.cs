using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures.Layers;

/// <summary>
/// Takes the first components of a latent vector by their signs alone: they are the digits of a number that picks one of many learned vectors.
/// </summary>
/// <remarks>
/// z ↦ [e(k), s zₙ₊₁, ..., s zₙ₊ₘ], with k = Σ 2ⁱ⁻¹ [zᵢ &gt; 0] and the 2ⁿ vectors e(k) learned: (N, n + m) becomes (N, size + m). A continuous
/// generator of a continuous latent must draw bridges between separate modes (Khayatkhoei, Singh and Elgammal 2018); this one need not. Under a
/// symmetric prior each k is as likely as the others, and each moves to a mode of its own accord, without dragging others along. The prior outside
/// the generator stays what it is. With s = 2 / √m the m continuous components together vary little beside e(k), whatever the size of z: they give a
/// mode its width.
/// </remarks>
public sealed class DiscreteLatents : nn.Module<Tensor, Tensor>, IOnnxModule
{
    /// <summary>The most components that can be taken by their signs: the table of vectors doubles with each.</summary>
    internal const int Most = 16;

    private const double ContinuousDeviation = 2;

    [ComponentName(Name = "vectors")]
    private readonly Parameter _vectors;                              // e: (2ⁿ, size)

    [ComponentName(Name = "places")]
    private readonly Tensor _places;                                  // 1, 2, 4, ... and 0 for the continuous components: (n + m, 1)

    private readonly int _inputs;
    private readonly int _count;
    private readonly double _scale;                                   // s

    /// <summary>Makes a layer for latent vectors of one size.</summary>
    /// <param name="inputs">The size of the input, n + m. Range: &gt; 0.</param>
    /// <param name="count">How many components are taken by their signs, n. Range: 1 to <paramref name="inputs"/>, and at most 16.</param>
    /// <param name="size">The size of the learned vectors. Range: &gt; 0.</param>
    public DiscreteLatents(int inputs, int count, int size) : base(nameof(DiscreteLatents))
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Math.Min(inputs, Most));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        (_inputs, _count) = (inputs, count);
        _scale = ContinuousDeviation / Math.Sqrt(Math.Max(1, inputs - count));
        using var scope = NewDisposeScope();
        _vectors = (Parameter)nn.Parameter(nn.init.normal_(empty(1 << count, size))).DetachFromDisposeScope();
        _places = cat([tensor(Enumerable.Range(0, count).Select(place => (float)(1 << place)).ToArray()), zeros(inputs - count)]).unsqueeze(1)
            .DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <summary>The size of the output, size + m.</summary>
    internal int Outputs => (int)_vectors.shape[1] + _inputs - _count;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var picked = _vectors.index_select(0, input.IsAbove(0).to(float32).mm(_places).to(int64).flatten());
        return cat([picked, input.narrow(1, _count, _inputs - _count).Times(_scale)], 1);
    }

    /// <inheritdoc/>
    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(input);
        var rows = input.Dimensions[0];
        var digits = graph.Cast(
            graph.Add("Greater", [input, graph.Constant([0f], [])], OnnxElementType.Boolean, input.Dimensions), OnnxElementType.Single);
        var number = graph.Cast(graph.Add("MatMul", [digits, graph.Constant(_places)], OnnxElementType.Single, [rows, 1]), OnnxElementType.Int64);
        var picked = graph.Gather(graph.Constant(_vectors), number);
        if (_count == _inputs) return picked;
        var (start, end, axis) = (graph.Constant([(long)_count], 1), graph.Constant([(long)_inputs], 1), graph.Constant([1L], 1));
        var rest = graph.Add("Slice", [input, start, end, axis], input.ElementType, [rows, _inputs - _count]);
        return graph.Concat([picked, graph.Times(rest, graph.Constant([(float)_scale], []))], 1);
    }
}
