using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Torch;

internal static class TensorMemory
{
    /// <summary>The memory of a contiguous single-precision tensor on the CPU.</summary>
    public static Span<float> Floats(this Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
