using System.Diagnostics;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>This program again, for a task that may end its process.</summary>
internal static class ChildProcess
{
    /// <summary>Starts a verb with its task in an environment variable.</summary>
    public static Process Start(string verb, string variable, string task) => Process.Start(
        new ProcessStartInfo(Environment.ProcessPath!, [.. Assembly(), verb])
        {
            RedirectStandardOutput = true,
            Environment = { [variable] = task },
        })!;

    /// <summary>The program is run as "dotnet X.dll" or as an executable of its own.</summary>
    private static IEnumerable<string> Assembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ChildProcess).Assembly.Location] : [];
}
