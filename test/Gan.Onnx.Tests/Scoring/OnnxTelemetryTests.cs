using System.Diagnostics;
using System.Runtime.InteropServices;
using Gan.Testing;
using Microsoft.ML;

namespace Gan.Onnx.Tests.Scoring;

/// <summary>What ONNX Runtime leaves in an empty cache folder, in a process whose first session is ours.</summary>
[TestClass]
public sealed class OnnxTelemetryTests
{
    [TestMethod]
    [DataRow(nameof(FirstSession_OfALoadedGenerator_Opens))]
    [DataRow(nameof(FirstSession_OfASavedPipeline_Opens))]
    public void FirstSession_VariableNotSet_LeavesNoFile(string session) => Assert.IsEmpty(FilesAfter(session, variable: ""));

    [TestMethod]
    [DataRow("")]
    [DataRow("0")]
    [DataRow("1")]
    public void FirstSession_OfEachVariable_SetsItWhereTheProgramDidNot(string variable) =>
        FilesAfter(nameof(Variable_AfterASession_IsTheProgramsOrOne), variable);

    [TestMethod]
    public void Variable_AfterASession_IsTheProgramsOrOne()
    {
        var own = Environment.GetEnvironmentVariable(OnnxTelemetry.Variable);

        FirstSession_OfALoadedGenerator_Opens();

        var native = OperatingSystem.IsWindows()
            ? Environment.GetEnvironmentVariable(OnnxTelemetry.Variable)
            : Marshal.PtrToStringUTF8(NativeVariable(OnnxTelemetry.Variable));
        Assert.AreEqual(own is { Length: > 0 } ? own : "1", native);
    }

    [TestMethod]
    public void FirstSession_OfALoadedGenerator_Opens()
    {
        using var generator = new MLContext().Gan().LoadGenerator(new MemoryStream(TestModels.Linear(2)));

        Assert.HasCount(1, generator.Sample(1).Vectors("Sample"));
    }

    [TestMethod]
    public void FirstSession_OfASavedPipeline_Opens()
    {
        var mlContext = new MLContext();
        using var generator = mlContext.Gan().LoadGenerator(new MemoryStream(TestModels.Linear(2)));

        TestData.SaveAndLoad(generator, mlContext.Gan().Latents(1, 2).Schema);
    }

    /// <summary>What native code reads: .NET's own variables are a copy.</summary>
    [DllImport("libc", EntryPoint = "getenv")]
    private static extern IntPtr NativeVariable([MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    /// <summary>The files that a test leaves in the user's cache when it runs alone.</summary>
    private static string[] FilesAfter(string test, string variable)
    {
        using var cache = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet", ["test", typeof(OnnxTelemetryTests).Assembly.Location, "--filter", $"Name={test}"])
        {
            RedirectStandardOutput = true,
            Environment = { ["XDG_CACHE_HOME"] = cache.Path, [OnnxTelemetry.Variable] = variable },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.AreEqual(0, process.ExitCode, output);
        return [.. Directory.EnumerateFiles(cache.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)!)];
    }
}
