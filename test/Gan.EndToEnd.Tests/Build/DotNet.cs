using System.Diagnostics;

namespace Gan.EndToEnd.Tests.Build;

/// <summary>Runs the dotnet command as a process of its own.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);        // ends what hangs; a slow machine is no fault

    public static (int ExitCode, string Output) Run(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"dotnet {string.Join(' ', start.ArgumentList)} must end within {Patience.TotalHours} hour, but did not. It hangs.");
        }
        process.WaitForExit();
        return (process.ExitCode, error.Result + output.Result);
    }
}
