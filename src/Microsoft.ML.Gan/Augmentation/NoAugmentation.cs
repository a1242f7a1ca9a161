using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Augmentation;

/// <summary>T(x) = x.</summary>
internal sealed class NoAugmentation : IGanAugmentation
{
    public string Name => "None";

    public Tensor Apply(Tensor rows, Func<long[], Tensor> uniform) => rows;
}
