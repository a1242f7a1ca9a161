using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures.Layers;

/// <summary>Batch normalisation of images.</summary>
internal static class BatchNormalization
{
    public static BatchNorm2d Of(long channels)
    {
        var layer = nn.BatchNorm2d(channels);
        // counted by a temporary scalar (see TensorArithmetic), and of no use where the momentum is fixed
        layer.num_batches_tracked = null;
        return layer;
    }
}
