using System.Diagnostics;

namespace Microsoft.ML.Gan.Tests.Export;

/// <summary>What another implementation of the ONNX standard says of our files.</summary>
[TestClass]
public class OnnxCheckerTests
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

    [TestMethod]
    [TestCategory("python")]
    public void Checker_EachExportedLayer_IsAccepted() => AssertAccepted(LayerCases.All.Count, pathOf =>
    {
        foreach (var (name, (create, rowShape)) in LayerCases.All)
        {
            using var module = create();
            File.WriteAllBytes(pathOf(name), ExportedModule.ToModel(module, rowShape));
        }
    });

    [TestMethod]
    [TestCategory("python")]
    public void Checker_EachFileOfAFit_IsAccepted() => AssertAccepted(12, pathOf =>
    {
        Save("mlp", TestRows.Clusters(), null, null);
        Save("mlp-classes", TestRows.Clusters(), "Label", null);
        foreach (var label in new[] { null, "Label" })
        {
            Save($"dcgan8-{label}", TestRows.LabeledImages(64, channels: 1, side: 8), label, GanArchitectures.Dcgan(8, 8));
            Save($"dcgan20-{label}", TestRows.LabeledImages(64, channels: 3, side: 20), label, GanArchitectures.Dcgan(4, 4, normalization: DiscriminatorNormalization.Batch));
        }

        void Save(string name, IDataView rows, string? label, GanArchitecture? architecture)
        {
            using var gan = TestRows.MLContext.Gan().Train(rows, TestRows.Quick(label, rounds: 1, architecture: architecture));
            gan.SaveDiscriminator(pathOf($"{name}-discriminator"));
            gan.SaveGenerator(pathOf($"{name}-generator"));
        }
    });

    /// <summary>Checks the files that the action writes, given where to write a file of a name.</summary>
    private static void AssertAccepted(int count, Action<Func<string, string>> write)
    {
        var python = new[] { "python3", "/usr/bin/python3", "python" }.FirstOrDefault(candidate => Run(candidate, "-c", "import onnx").ExitCode == 0);
        if (python is null) Assert.Inconclusive("No Python with the package 'onnx' on this machine.");
        var folder = Directory.CreateTempSubdirectory("gan-onnx-").FullName;
        try
        {
            write(name => Path.Combine(folder, $"{name}.onnx"));

            var (exitCode, output) = Run(python, "-c", CheckFolder, folder);

            Assert.AreEqual(0, exitCode, output);
            Assert.AreEqual($"{count} accepted", output.Trim());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
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
