using Microsoft.ML;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms.Onnx;

namespace Gan.Onnx;

/// <summary>Opens ONNX Runtime sessions on the device, and with the <see cref="OnnxSessionOptions"/>, that the MLContext asks for.</summary>
internal static class OnnxSession
{
    /// <summary>
    /// A session on the GPU that <see cref="MLContext.GpuDeviceId"/> names, else on the CPU; the log is told where the GPU can't be used.
    /// </summary>
    /// <exception cref="InvalidDataException">ONNX Runtime refuses the model.</exception>
    /// <exception cref="InvalidOperationException">
    /// The GPU cannot be used and <see cref="MLContext.FallbackToCpu"/> is false, or no package with ONNX Runtime's native library is referenced.
    /// </exception>
    public static InferenceSession Open(MLContext mlContext, byte[] model)
    {
        OnnxTelemetry.TurnOff();
        return WithLibrary(() => OpenOnDevice(mlContext, model));
    }

    /// <summary>What the runs of one reader of rows have in common.</summary>
    /// <exception cref="InvalidOperationException">No package with ONNX Runtime's native library is referenced.</exception>
    public static RunOptions CreateRun() => WithLibrary(() => new RunOptions());

    /// <summary>What is said of a model that ONNX Runtime refuses to load, or to run.</summary>
    public static InvalidDataException Refused(string toDo, OnnxRuntimeException refusal) =>
        new($"The model must {toDo} in ONNX Runtime, but it says: {refusal.Message}", refusal);

    private static T WithLibrary<T>(Func<T> create)
    {
        try
        {
            return create();
        }
        catch (TypeInitializationException failure) when (failure.InnerException is DllNotFoundException)
        {
            throw new InvalidOperationException(
                "The native library of ONNX Runtime must be beside the program, but was not found. " +
                "Reference the package Microsoft.ML.OnnxRuntime, or Microsoft.ML.OnnxRuntime.Gpu for a GPU.", failure);
        }
    }

    private static InferenceSession OpenOnDevice(MLContext mlContext, byte[] model)
    {
        var settings = mlContext.GetOnnxSessionOption();
        if (settings?.CreateSessionOptions is { } create) return Open(model, create());     // the caller's own object, not ours to dispose
        if (mlContext.GpuDeviceId is { } device && TryOpenOnGpu(mlContext, model, settings, device) is { } session) return session;
        using var options = OnnxSessionSettings.ToSessionOptions(settings);
        return Open(model, options);
    }

    private static InferenceSession Open(byte[] model, SessionOptions options)
    {
        try
        {
            return new InferenceSession(model, options);
        }
        catch (OnnxRuntimeException refusal)
        {
            throw Refused("load", refusal);
        }
    }

    private static void Warn(MLContext mlContext, string message)
    {
        using var channel = ((IHostEnvironment)mlContext).Register(nameof(OnnxSession)).Start("Opening");
        channel.Warning(MessageSensitivity.None, message);
    }

    private static InferenceSession? TryOpenOnGpu(MLContext mlContext, byte[] model, OnnxSessionOptions? settings, int device)
    {
        try
        {
            using var options = OnnxSessionSettings.ToSessionOptions(settings);
            options.AppendExecutionProvider_CUDA(device);
            return new InferenceSession(model, options);
        }
        catch (Exception failure) when (failure is OnnxRuntimeException or EntryPointNotFoundException or DllNotFoundException)
        {
            if (mlContext.FallbackToCpu)
            {
                Warn(mlContext, $"GPU {device} can't be used by ONNX Runtime, so the CPU is: {failure.Message}");
                return null;
            }
            using var onCpu = OnnxSessionSettings.ToSessionOptions(settings);
            Open(model, onCpu).Dispose();                           // says what is wrong with the model, if that is the fault
            throw new InvalidOperationException(
                $"GPU {device} must be usable by ONNX Runtime, but it says: {failure.Message} " +
                "Reference Microsoft.ML.OnnxRuntime.Gpu, set MLContext.FallbackToCpu, or leave MLContext.GpuDeviceId null.", failure);
        }
    }
}
