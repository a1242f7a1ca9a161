using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Transforms.Onnx;

namespace Gan.Onnx;

/// <summary>Turns the session options of an MLContext (<c>mlContext.SetOnnxSessionOption</c>) into ONNX Runtime's own.</summary>
internal static class OnnxSessionSettings
{
    /// <param name="settings">
    /// The context's options; null, as when none were set, for ONNX Runtime's defaults, but without its warnings: on a GPU it has one for a
    /// table's file, since operators of texts run on the CPU.
    /// </param>
    public static SessionOptions ToSessionOptions(OnnxSessionOptions? settings)
    {
        if (settings is null)
        {
            var threads = Threads(0, Environment.ProcessorCount);
            return new SessionOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, IntraOpNumThreads = threads };
        }
        var options = new SessionOptions
        {
            EnableMemoryPattern = settings.EnableMemoryPattern,
            ProfileOutputPathPrefix = settings.ProfileOutputPathPrefix,
            EnableProfiling = settings.EnableProfiling,
            OptimizedModelFilePath = settings.OptimizedModelFilePath,
            EnableCpuMemArena = settings.EnableCpuMemArena,
            LogId = settings.LogId,
            LogSeverityLevel = settings.LogSeverityLevel,
            LogVerbosityLevel = settings.LogVerbosityLevel,
            InterOpNumThreads = settings.InterOpNumThreads,
            IntraOpNumThreads = Threads(settings.IntraOpNumThreads, Environment.ProcessorCount),
            GraphOptimizationLevel = settings.GraphOptimizationLevel,
            ExecutionMode = settings.ExecutionMode,
        };
        if (!settings.PerSessionThreads) ShareThreads(options, settings);
        return options;
    }

    /// <summary>The threads of an operator; 0 leaves them to ONNX Runtime.</summary>
    /// <param name="asked">What the context asks for.</param>
    /// <param name="processors">That the process may use.</param>
    /// <remarks>ONNX Runtime counts the machine's: in a process that may use one of them, its threads wait for each other.</remarks>
    internal static int Threads(int asked, int processors) => asked == 0 && processors == 1 ? 1 : asked;

    /// <summary>One thread pool for all sessions of the process; only the first session can say how large.</summary>
    private static void ShareThreads(SessionOptions options, OnnxSessionOptions settings)
    {
        if (!OrtEnv.IsCreated)
        {
            var creation = new EnvironmentCreationOptions
            {
                threadOptions = new OrtThreadingOptions
                {
                    GlobalInterOpNumThreads = settings.GlobalInterOpNumThreads,
                    GlobalIntraOpNumThreads = settings.GlobalIntraOpNumThreads,
                },
            };
            OrtEnv.CreateInstanceWithOptions(ref creation);
        }
        options.DisablePerSessionThreads();
    }
}
