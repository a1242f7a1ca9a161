using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Gan.Tool.Tests.Commands;

/// <summary>The program as several processes of an <c>mpiexec</c>.</summary>
internal sealed class MpiJob : IDisposable
{
    private const string OfEveryRank = "PMI_RANK=";

    private readonly Process _launcher;
    private readonly Task<string> _error;

    private MpiJob(Process launcher) => (_launcher, _error) = (launcher, launcher.StandardError.ReadToEndAsync());

    /// <value>What the ranks print.</value>
    public StreamReader Output => _launcher.StandardOutput;

    public string Error => _error.Result;

    /// <summary>Starts it; without an <c>mpiexec</c> the test is skipped.</summary>
    public static MpiJob Start(int ranks, params string[] arguments)
    {
        var start = new ProcessStartInfo("mpiexec", ["-n", $"{ranks}", "dotnet", typeof(GanCommand).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["OMP_NUM_THREADS"] = "1" },
        };
        try
        {
            return new(Process.Start(start)!);
        }
        catch (Win32Exception)
        {
            Assert.Inconclusive("There is no 'mpiexec' on this machine. Install MPICH (Debian and Ubuntu: apt-get install mpich).");
            throw;
        }
    }

    /// <summary>The exit code when all ranks have ended.</summary>
    public int Wait(TimeSpan atMost)
    {
        Assert.IsTrue(_launcher.WaitForExit(atMost), $"The job must end within {atMost.TotalSeconds} s, but goes on.");
        return _launcher.ExitCode;
    }

    /// <summary>Kills one rank, as the system does when memory is short.</summary>
    public static void Kill(int rank, string argument)
    {
        var processes = Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _))
            .Where(path => Read(path, "cmdline").Contains(argument) && Read(path, "environ").Contains($"{OfEveryRank}{rank}"));
        using var process = Process.GetProcessById(int.Parse(Path.GetFileName(processes.Single()), CultureInfo.InvariantCulture));
        process.Kill();
    }

    public void Dispose()
    {
        if (!_launcher.HasExited) _launcher.Kill(entireProcessTree: true);
        _launcher.Dispose();
    }

    /// <summary>The texts of a file of a process; none where it may not be read, or is gone.</summary>
    private static string[] Read(string process, string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, name)).Split('\0');
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
