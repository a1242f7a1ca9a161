using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx;

/// <summary>Turns off what ONNX Runtime would tell its makers of this process: paths, errors, a number for the device.</summary>
/// <remarks>
/// Its official builds do so unless the environment variable <see cref="Variable"/> is 1 when the first session opens; its C# call comes too late,
/// after the device has its number and its store on disk. A program that sets the variable itself, to 0 for example, has decided: it stays so.
/// </remarks>
internal static class OnnxTelemetry
{
    public const string Variable = "ORT_DISABLE_TELEMETRY";
    private const string Off = "1";

    private static readonly Lazy<bool> IsOff = new(SetVariable);

    /// <summary>To be called before any session opens.</summary>
    public static void TurnOff()
    {
        if (IsOff.Value && OrtEnv.IsCreated) OrtEnv.Instance().DisableTelemetryEvents();     // another library's session came first
    }

    private static bool SetVariable()
    {
        var isOff = Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } own || own == Off;
        if (!isOff) return false;
        Environment.SetEnvironmentVariable(Variable, Off);
        if (!OperatingSystem.IsWindows()) SetEnvironment(Variable, Off, overwrite: 1);       // .NET's own call changes a copy
        return true;
    }

    [DllImport("libc", EntryPoint = "setenv")]
    private static extern void SetEnvironment(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
