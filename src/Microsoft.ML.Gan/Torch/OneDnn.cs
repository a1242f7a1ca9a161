using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Microsoft.ML.Gan.Torch;

/// <summary>Keeps oneDNN, which computes libtorch's convolutions on CPUs, from instructions with which it computes wrong ones.</summary>
/// <remarks>
/// oneDNN cuts its work to the size of the CPU's caches. Some virtual machines hide that on processors of AMD; oneDNN then takes a cache for one
/// byte, and with AVX, AVX2 or AVX-512 its transposed convolutions, and the gradients of convolutions' inputs, are wrong without an error (seen with
/// libtorch 2.10). With SSE 4.1 they are right.
/// </remarks>
internal static class OneDnn
{
    private const string Limit = "ONEDNN_MAX_CPU_ISA", Sse41 = "SSE41";

    private const uint GreatestFunction = 0x80000000, DataCaches = 0x8000001D;

    /// <summary>Whether its convolutions are faster on images with the channels last; with SSE 4.1 alone they are slower.</summary>
    public static bool PrefersChannelsLast { get; private set; } = Avx2.IsSupported && Environment.GetEnvironmentVariable(Limit) != Sse41;

    /// <summary>
    /// Sets oneDNN's limit where it is needed and the user has set none. It takes effect only before the first convolution of the process.
    /// </summary>
    public static void LimitWhereCachesAreHidden()
    {
        if (!OperatingSystem.IsLinux() || !X86Base.IsSupported) return;
        if (Environment.GetEnvironmentVariable(Limit) is { } chosen)
        {
            _ = SetVariable(Limit, chosen, overwrite: 0);             // the program itself may have chosen, of which native code knows nothing
            return;
        }
        if (!IsAmd() || !HidesCaches()) return;
        if (SetVariable(Limit, Sse41, overwrite: 0) != 0)
            throw new InvalidOperationException(
                $"libtorch's convolutions are wrong on this machine. Set the environment variable {Limit} to {Sse41} before the program starts.");
        PrefersChannelsLast = false;
    }

    private static bool IsAmd() => Identify(0) is { Ebx: 0x68747541, Edx: 0x69746e65, Ecx: 0x444d4163 };          // "AuthenticAMD"

    /// <summary>Whether the first cache is of type 0: none.</summary>
    private static bool HidesCaches() =>
        (uint)Identify(GreatestFunction).Eax >= DataCaches && (Identify(DataCaches).Eax & 0x1F) == 0;

    private static (int Eax, int Ebx, int Ecx, int Edx) Identify(uint function) => X86Base.CpuId(unchecked((int)function), 0);

    // .NET keeps an environment of its own: Environment.SetEnvironmentVariable does not reach native code
    [DllImport("libc", EntryPoint = "setenv", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetVariable(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
