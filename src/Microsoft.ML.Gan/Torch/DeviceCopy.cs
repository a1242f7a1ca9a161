using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Torch;

internal static class DeviceCopy
{
    /// <summary>A tensor of the CPU on a device. A copy to CUDA waits for nothing: it takes its place among the device's other work.</summary>
    public static Tensor OnDevice(this Tensor onCpu, Device device)
    {
        if (device.type != DeviceType.CUDA) return onCpu.to(device);
        using var pinned = onCpu.pin_memory();                        // its memory is used again only after the copy
        return pinned.to(device, non_blocking: true);
    }
}
