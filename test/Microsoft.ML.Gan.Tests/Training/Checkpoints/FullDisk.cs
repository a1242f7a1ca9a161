using System.Diagnostics;
using Gan.Testing;

namespace Microsoft.ML.Gan.Tests.Training.Checkpoints;

/// <summary>A file system of 64 kilobytes, which Linux mounts for root alone; elsewhere a test that needs it is inconclusive.</summary>
internal sealed class FullDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FullDisk()
    {
        if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=64k", "none", _folder.Path)) return;
        _folder.Dispose();
        Assert.Inconclusive("A small file system can't be mounted here.");
    }

    public string Path => _folder.Path;

    public string this[string name] => _folder[name];

    /// <summary>From now on nothing may be written.</summary>
    public void Protect() => Assert.IsTrue(Run("mount", "-o", "remount,ro", _folder.Path));

    public void Dispose()
    {
        Run("umount", _folder.Path);
        _folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
