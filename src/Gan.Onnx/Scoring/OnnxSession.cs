using Microsoft.ML;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx;

/// <summary>Opens ONNX Runtime sessions on the device that the MLContext asks for.</summary>
internal static class OnnxSession
{
    /// <summary>A session on the GPU that <see cref="MLContext.GpuDeviceId"/> names, else on the CPU.</summary>
    /// <exception cref="InvalidDataException">ONNX Runtime refuses the model.</exception>
    /// <exception cref="InvalidOperationException">The GPU cannot be used and <see cref="MLContext.FallbackToCpu"/> is false.</exception>
    public static InferenceSession Open(MLContext mlContext, byte[] model)
    {
        if (mlContext.GpuDeviceId is { } device && TryOpenOnGpu(model, device, mlContext.FallbackToCpu) is { } session) return session;
        try
        {
            return new InferenceSession(model);
        }
        catch (OnnxRuntimeException refusal)
        {
            throw new InvalidDataException($"The model must load in ONNX Runtime, but it says: {refusal.Message}", refusal);
        }
    }

    private static InferenceSession? TryOpenOnGpu(byte[] model, int device, bool fallbackToCpu)
    {
        try
        {
            using var options = SessionOptions.MakeSessionOptionWithCudaProvider(device);
            return new InferenceSession(model, options);
        }
        catch (Exception failure) when (failure is OnnxRuntimeException or EntryPointNotFoundException or DllNotFoundException)
        {
            if (fallbackToCpu) return null;
            throw new InvalidOperationException(
                $"GPU {device} must be usable by ONNX Runtime, but it says: {failure.Message} " +
                "Reference Microsoft.ML.OnnxRuntime.Gpu, set MLContext.FallbackToCpu, or leave MLContext.GpuDeviceId null.", failure);
        }
    }
}
