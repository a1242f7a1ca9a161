using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Gan.Onnx;

/// <summary>Brings the names in a folder to the disk, so that a renamed file has its name after a power failure too.</summary>
internal static class FolderFlush
{
    private const int ReadOnly = 0;

    /// <remarks>.NET opens no folders. Windows keeps a journal of names and has no such call.</remarks>
    public static void ToDisk(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        using var handle = new SafeFileHandle(Open(folder, ReadOnly), ownsHandle: true);
        if (!handle.IsInvalid) RandomAccess.FlushToDisk(handle);
    }

    [DllImport("libc", EntryPoint = "open")]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
