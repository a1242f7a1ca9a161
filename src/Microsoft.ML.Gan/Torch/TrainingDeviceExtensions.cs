using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Torch;

internal static class TrainingDeviceExtensions
{
    /// <summary>The torch device for an option, with ML.NET's own GPU settings for <see cref="TrainingDevice.Auto"/>.</summary>
    /// <exception cref="InvalidOperationException">CUDA is asked for and there is none, or torch is in another mode than its own.</exception>
    public static Device Resolve(this TrainingDevice device, MLContext mlContext)
    {
        OneDnn.LimitWhereCachesAreHidden();
        if (is_inference_mode_enabled())
            throw new InvalidOperationException("A fit must be called outside of torch's inference mode, but was called within. Use no_grad there.");
        if (get_default_dtype() != ScalarType.Float32)
            throw new InvalidOperationException(
                $"torch's default type must be Float32 for a fit, but was {get_default_dtype()}. " +
                "Call torch.set_default_dtype(torch.float32) before it.");
        return DeviceOf(device, mlContext);
    }

    private static Device DeviceOf(TrainingDevice device, MLContext mlContext) => device switch
    {
        TrainingDevice.Cpu => CPU,
        TrainingDevice.Cuda => Cuda(mlContext.GpuDeviceId ?? 0),
        _ when mlContext.GpuDeviceId is { } id => HasCuda(id) || !mlContext.FallbackToCpu ? Cuda(id) : CPU,
        _ => HasCuda(0) ? Cuda(0) : CPU,
    };

    private static bool HasCuda(int id) => cuda.is_available() && id < cuda.device_count();

    private static Device Cuda(int id) => HasCuda(id) ? new Device($"cuda:{id}") : throw new InvalidOperationException(
        $"CUDA device {id} must be there to train on, but torch finds {(cuda.is_available() ? cuda.device_count() : 0)} of them. " +
        "Reference a CUDA build of libtorch, or choose TrainingDevice.Auto with FallbackToCpu on the MLContext, or TrainingDevice.Cpu.");
}
