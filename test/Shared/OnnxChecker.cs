using System.Diagnostics;

namespace Gan.Testing;

/// <summary>The checker of Python's package <c>onnx</c>: another implementation of the standard.</summary>
internal static class OnnxChecker
{
    private const string CheckFolder =
        """
        import glob, onnx, sys
        paths = glob.glob(sys.argv[1] + '/*.onnx')
        for path in paths:
            try:
                onnx.checker.check_model(path, full_check=True)
            except Exception as error:
                sys.exit(f'{path}: {error}')
        print(len(paths), 'accepted')
        """;

    /// <summary>Checks the files that the action writes, given where to write a file of a name.</summary>
    public static void MustAccept(int count, Action<Func<string, string>> write)
    {
        var python = new[] { "python3", "/usr/bin/python3", "python" }.FirstOrDefault(candidate => Run(candidate, "-c", "import onnx").ExitCode == 0);
        if (python is null) Assert.Inconclusive("No Python with the package 'onnx' on this machine.");
        using var folder = new TemporaryFolder();
        write(name => folder[$"{name}.onnx"]);

        var (exitCode, output) = Run(python, "-c", CheckFolder, folder.Path);

        Assert.AreEqual(0, exitCode, output);
        Assert.AreEqual($"{count} accepted", output.Trim());
    }

    private static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, $"There is no program '{program}'.");
        }
    }
}
