using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures.Layers;

/// <summary>A layer whose weights are divided by their largest singular value (Miyato, Kataoka, Koyama and Yoshida 2018).</summary>
/// <remarks>
/// W̄ = W/σ(W), W being the weights as a matrix with a row for each output, and σ(W) = ‖Wᵀu‖ with u the first left singular vector.
/// Each forward pass in training takes one step of the power iteration u ← WWᵀu/‖WWᵀu‖; outside training u stays as it is. The gradient
/// reaches W through σ too (equation 12 of the paper), but not through u. An ONNX file holds W̄ itself.
/// </remarks>
public sealed class SpectralNormalization : nn.Module<Tensor, Tensor>, IOnnxModule
{
    [ComponentName(Name = "layer")]
    private readonly nn.Module<Tensor, Tensor> _layer;

    [ComponentName(Name = "u")]
    private readonly Tensor _u;                                       // (outputs); a buffer: moved and saved with the layer

    /// <summary>Normalises a linear layer, which becomes part of this one.</summary>
    /// <param name="layer">The layer.</param>
    public SpectralNormalization(Linear layer) : this(layer, layer?.weight)
    {
    }

    /// <summary>Normalises a convolution, which becomes part of this one.</summary>
    /// <param name="layer">The layer. Its padding must be zeros, and given in numbers.</param>
    /// <exception cref="ArgumentException">The layer's padding is of another kind.</exception>
    public SpectralNormalization(Conv2d layer) : this(layer, layer?.weight)
    {
        if (layer!.padding_mode != PaddingModes.Zeros || layer.padding is null)
            throw new ArgumentException($"A convolution's padding must be zeros, and given in numbers, but was " +
                $"{layer.padding_type?.ToString() ?? layer.padding_mode.ToString()}. Pad with a layer before it.", nameof(layer));
    }

    private SpectralNormalization(nn.Module<Tensor, Tensor> layer, Tensor? weight) : base(nameof(SpectralNormalization))
    {
        ArgumentNullException.ThrowIfNull(layer);
        _layer = layer;
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var direction = nn.init.normal_(empty(weight!.shape[0], weight.dtype, weight.device));
        _u = (direction / direction.norm()).DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (training) IteratePower();
        return _layer is Conv2d layer
            ? nn.functional.conv2d(input, NormalizedWeight(), layer.bias, layer.stride, layer.padding, layer.dilation, layer.groups)
            : nn.functional.linear(input, NormalizedWeight(), ((Linear)_layer).bias);
    }

    /// <inheritdoc/>
    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return _layer is Conv2d layer
            ? Convolutions.Write(graph, layer, NormalizedWeight(), input)
            : LinearLayer.Write(graph, (Linear)_layer, NormalizedWeight(), input);
    }

    /// <summary>W̄, in the layer's own shape.</summary>
    internal Tensor NormalizedWeight()
    {
        var u = _u.clone();                                           // the graph keeps it, and the next pass changes _u
        return Weight / Matrix.t().mv(u).norm();
    }

    private Tensor Weight => _layer is Conv2d layer ? layer.weight : ((Linear)_layer).weight;

    private Tensor Matrix => Weight.flatten(1);                       // (outputs, inputs)

    private void IteratePower()
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var next = Matrix.mv(Matrix.t().mv(_u));
        _u.copy_(next / next.norm());
    }
}
