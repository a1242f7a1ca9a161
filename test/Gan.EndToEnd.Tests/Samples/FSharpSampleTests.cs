using System.Reflection;
using System.Text.RegularExpressions;
using Gan.EndToEnd.Tests.Build;
using Gan.Testing;

namespace Gan.EndToEnd.Tests.Samples;

/// <summary>The program of docs/samples/FSharp, built with these tests and run as a process of its own.</summary>
[TestClass]
public sealed class FSharpSampleTests
{
    private static readonly string Program = typeof(FSharpSampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "FSharpSample").Value!;

    [TestMethod]
    public void Sample_InFSharp_TrainsFromAPresetWithChanges()
    {
        using var folder = new TemporaryFolder();
        var run = DotNet.Run(folder.Path, "exec", Program);

        Assert.AreEqual(0, run.ExitCode, run.Output);
        StringAssert.Matches(run.Output, new Regex(@"^(\(-?\d\.\d\d, -?\d\.\d\d\)\s+){3}300 rounds\s*$"));
    }
}
