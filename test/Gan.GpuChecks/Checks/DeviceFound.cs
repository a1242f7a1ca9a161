using TorchSharp;

namespace Microsoft.ML.Gan.GpuChecks.Checks;

/// <summary>Torch finds the device.</summary>
internal static class DeviceFound
{
    public static Outcome Check(CheckedDevice device) => device.IsCuda
        ? Outcome.Of(torch.cuda.is_available(), $"{torch.cuda.device_count()} CUDA devices")
        : Outcome.Of(torch.ones(1).sum().ToSingle() == 1, $"the CPU, {torch.get_num_threads()} threads");
}
