using System.Diagnostics;
using System.Reflection;

namespace Microsoft.ML.Gan.Tests.Devices;

/// <summary>The program for a machine with a GPU, on the CPU, so that it runs when somebody has one.</summary>
[TestClass]
public sealed class GpuChecksTests
{
    private static readonly string Program = typeof(GpuChecksTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "GpuChecks").Value!;

    [TestMethod]
    public void Run_ShortOnTheCpu_PassesEveryCheck()
    {
        var (code, output) = Run("--device", "cpu", "--short");

        Assert.AreEqual(0, code, output);
        StringAssert.EndsWith(output.TrimEnd(), "12 passed, 0 failed, 0 skipped", output);
    }

    [TestMethod]
    public void Run_OtherDevice_SaysHowItIsCalled()
    {
        var (code, output) = Run("--device", "abacus");

        Assert.AreEqual(2, code, output);
        StringAssert.StartsWith(output, "dotnet run --project test/Gan.GpuChecks ");
    }

    private static (int Code, string Output) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
