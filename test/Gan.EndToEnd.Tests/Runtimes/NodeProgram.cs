using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using Gan.Testing;

namespace Gan.EndToEnd.Tests.Runtimes;

/// <summary>Runs the programs for Node. Their packages are installed once, in the artifacts folder.</summary>
internal static class NodeProgram
{
    private static readonly string Source = Repository.PathOf("docs", "samples", "OtherRuntimes", "node");

    private static readonly string[] NoNetwork = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "ENOTCACHED"];

    private static readonly Lazy<string> Folder = new(Install);

    /// <summary>The exit code, the output and the errors of a program of the samples, or of this folder.</summary>
    public static (int ExitCode, string Output, string Errors) Run(string program, params IEnumerable<string> arguments) =>
        Start(Folder.Value, "node", [program, .. arguments]);

    private static string Install()
    {
        var packages = File.ReadAllBytes(Path.Combine(Source, "package-lock.json"));
        var folder = Repository.PathOf("artifacts", "node", Convert.ToHexStringLower(SHA256.HashData(packages))[..12]);
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Source).Append(Repository.PathOf("test", "Gan.EndToEnd.Tests", "Runtimes", "rows.mjs")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        var installed = Path.Combine(folder, "installed");
        if (File.Exists(installed)) return folder;
        // No scripts: those of onnxruntime-node fetch what CUDA needs
        var (exitCode, _, errors) = Start(folder, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]);
        if (exitCode != 0 && Array.Exists(NoNetwork, errors.Contains))
            Assert.Inconclusive($"The packages of Node can't be downloaded here: {errors.Split('\n')[0]}");
        Assert.AreEqual(0, exitCode, errors);
        File.WriteAllText(installed, "");
        return folder;
    }

    private static (int ExitCode, string Output, string Errors) Start(string folder, string command, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd().TrimEnd();
            process.WaitForExit();
            return (process.ExitCode, output, errors.Result.TrimEnd());
        }
        catch (Win32Exception)
        {
            Assert.Inconclusive($"There is no '{command}' on this machine.");
            throw;
        }
    }
}
