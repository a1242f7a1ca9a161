using Microsoft.ML.Gan.Architectures.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures;

/// <summary>The layers for vectors that treat each row by itself, in training too: two batches may go through them as one.</summary>
/// <remarks>
/// Batch normalisation and the minibatch deviation are not among them, and neither is a layer that is not known here: what it does with its batch
/// can't be seen. Convolutions could be, but gain nothing: they are busy enough with one batch.
/// </remarks>
internal static class RowwiseLayers
{
    private static readonly HashSet<Type> Types =
    [
        typeof(GanNetwork), typeof(Sequential), typeof(Linear), typeof(Embedding), typeof(LayerNorm), typeof(SpectralNormalization),
        typeof(FourierFeatures),
        typeof(LeakyRelu), typeof(ReLU), typeof(LeakyReLU), typeof(ELU), typeof(SELU), typeof(GELU), typeof(SiLU), typeof(Softplus), typeof(Sigmoid),
        typeof(Tanh),
        typeof(Identity), typeof(Flatten), typeof(Unflatten),
    ];

    /// <summary>Whether a network consists of such layers alone.</summary>
    public static bool AreAllOf(nn.Module network) => network.modules().All(layer => Types.Contains(layer.GetType()));
}
