using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Gan.EndToEnd.Tests.Build;

/// <summary>What a run of build.ps1 printed, and the error that stopped it, if one did.</summary>
internal sealed record BuildRun(string Output, string? Error);

/// <summary>Runs build.ps1 inside this process, in PowerShell's engine without the modules of a full installation.</summary>
internal static class BuildScript
{
    public static BuildRun Run(SourceCopy source, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        // A build node that outlives its build would keep files of the temporary folder open.
        Environment.SetEnvironmentVariable("MSBUILDDISABLENODEREUSE", "1");

        var session = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows()) session.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        using var shell = PowerShell.Create(session);
        shell.AddCommand(source.PathOf("build.ps1"));
        foreach (var (name, value) in parameters) shell.AddParameter(name, value);

        var output = new List<PSObject>();
        string? error = null;
        try { shell.Invoke(null, output); }
        catch (RuntimeException exception) { error = exception.Message; }
        return new BuildRun(string.Join('\n', [.. output, .. shell.Streams.Error]), error);
    }
}
