using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures.Layers;

/// <summary>Makes the first components of a latent vector discrete: −2 or 2, as their signs say.</summary>
/// <remarks>
/// z ↦ [2 sign(z₁), ..., 2 sign(zₙ), zₙ₊₁, ...]. Under a symmetric prior each of the 2ⁿ corners is as likely as the others. A continuous
/// generator of a continuous latent must draw bridges between separate modes (Khayatkhoei, Singh and Elgammal 2018); one of corners need not,
/// and the prior outside the generator stays what it is. A component of exactly 0 stays 0.
/// </remarks>
public sealed class DiscreteLatents : nn.Module<Tensor, Tensor>, IOnnxModule
{
    private const double Magnitude = 2;

    [ComponentName(Name = "continuous")]
    private readonly Tensor _continuous;                              // 0 for the discrete components, 1 for the others

    [ComponentName(Name = "discrete")]
    private readonly Tensor _discrete;                                // 2 for the discrete components, 0 for the others

    /// <summary>Makes a layer for latent vectors of one size.</summary>
    /// <param name="inputs">The size of the input. Range: &gt; 0.</param>
    /// <param name="count">How many components become discrete. Range: 0 to <paramref name="inputs"/>.</param>
    public DiscreteLatents(int inputs, int count) : base(nameof(DiscreteLatents))
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, inputs);
        using var scope = NewDisposeScope();
        _continuous = cat([zeros(count), ones(inputs - count)]).DetachFromDisposeScope();
        _discrete = ((1 - _continuous) * Magnitude).DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input * _continuous + input.sign() * _discrete;

    /// <inheritdoc/>
    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var continuous = graph.Times(input, graph.Constant(_continuous));
        return graph.Plus(continuous, graph.Times(graph.Elementwise("Sign", input), graph.Constant(_discrete)));
    }
}
