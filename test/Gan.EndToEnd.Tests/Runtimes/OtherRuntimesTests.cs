using System.Diagnostics;
using System.Text.RegularExpressions;
using Gan.EndToEnd.Tests.Samples;
using Gan.Testing;

namespace Gan.EndToEnd.Tests.Runtimes;

/// <summary>The programs of docs/samples/OtherRuntimes, each of which has the file of a table and an engine, and nothing of this solution.</summary>
[TestClass]
public sealed class OtherRuntimesTests
{
    private const int GreatestLength = 50;
    private const string Header = "Job\tTown\tCountry\tSmokes\tChildren\tWage\tHeight\tBorn";

    private static readonly string Folder = Repository.PathOf("docs", "samples", "OtherRuntimes");
    private static readonly string[] Given = ["Job=cook", "Country=Norway", "Wage="];

    public static IEnumerable<string[]> Programs => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(path => Path.GetExtension(path) is ".cs" or ".mjs" or ".py" && !path.Contains("node_modules", StringComparison.Ordinal))
        .Select(path => new[] { Path.GetRelativePath(Folder, path) });

    [TestMethod]
    public void CSharp_WithOnnxRuntimeAlone_MakesRowsUnderConditions()
    {
        var program = new SampleFile("OtherRuntimes/OnnxRuntime.cs");

        MustMeetConditions(program.Run([TrainedTable.Instance.Path, .. Given]).TrimEnd().Split('\n'));
        MustReferToNothingOfOurs(program);
    }

    [TestMethod]
    public void CSharp_WithStockMLNet_MakesRowsUnderConditions()
    {
        var program = new SampleFile("OtherRuntimes/MLNet.cs");
        using var folder = new TemporaryFolder();

        program.Run([TrainedTable.Instance.Path, folder["rows.tsv"], .. Given]);

        MustMeetConditions([Header, .. File.ReadAllLines(folder["rows.tsv"])]);        // vectors without slot names have no header
        MustReferToNothingOfOurs(program);
    }

    [TestMethod]
    [TestCategory("node")]
    public void JavaScript_InNode_MakesRowsUnderConditions()
    {
        var (exitCode, output, errors) = NodeProgram.Run("sample.mjs", [TrainedTable.Instance.Path, .. Given]);

        Assert.AreEqual(0, exitCode, errors);
        MustMeetConditions(output.Split('\n'));
    }

    [TestMethod]
    [TestCategory("node")]
    public void JavaScript_ValueThatIsNoCategory_SaysSo()
    {
        var (exitCode, _, errors) = NodeProgram.Run("sample.mjs", TrainedTable.Instance.Path, "Town=Paris");

        Assert.AreEqual(1, exitCode);
        StringAssert.Contains(errors, "The value given for column 'Town' must be a category, but was 'Paris'.");
    }

    [TestMethod]
    [TestCategory("python")]
    public void Python_WithOnnxRuntime_MakesRowsUnderConditions()
    {
        var program = Path.Combine(Folder, "python", "sample.py");
        MustSucceed("-c", $"compile(open({Quoted(program)}).read(), 'sample.py', 'exec')");
        if (Python("-c", "import onnxruntime, numpy").ExitCode != 0)
            Assert.Inconclusive("No Python with 'onnxruntime': the program was compiled only.");

        MustMeetConditions(MustSucceed([program, TrainedTable.Instance.Path, .. Given]).TrimEnd().Split('\n'));
    }

    [TestMethod]
    public void Python_Inputs_AreThoseOfTheFile()
    {
        var program = File.ReadAllText(Path.Combine(Folder, "python", "sample.py"));

        var inputs = Regex.Matches(program, @"""(\w+)"": (?:latent|given)\b").Select(match => match.Groups[1].Value);

        using var session = new Microsoft.ML.OnnxRuntime.InferenceSession(TrainedTable.Instance.Path);
        CollectionAssert.AreEqual(session.InputMetadata.Keys.ToArray(), inputs.ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Programs))]
    public void Program_Lines_AreFew(string name) =>
        Assert.IsLessThanOrEqualTo(GreatestLength, File.ReadAllLines(Path.Combine(Folder, name)).Length);

    [TestMethod]
    public void PackageLocks_All_NameNoHostOfPackages()
    {
        string[] locks = [.. new[] { "docs", "src" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "package-lock.json", SearchOption.AllDirectories))
            .Where(path => !path.Contains("node_modules", StringComparison.Ordinal))];

        Assert.IsNotEmpty(locks);
        foreach (var path in locks) Assert.DoesNotContain("\"resolved\"", File.ReadAllText(path), path);
    }

    private static void MustMeetConditions(string[] lines)
    {
        Assert.HasCount(6, lines);
        Assert.AreEqual(Header, lines[0].TrimEnd());
        foreach (var cells in lines.Skip(1).Select(line => line.TrimEnd().Split('\t')))
        {
            Assert.AreEqual("cook", cells[0]);
            StringAssert.Matches(cells[1], new Regex("^(Oslo|Bergen)$"));
            Assert.AreEqual("Norway", cells[2]);
            StringAssert.Matches(cells[5], new Regex(@"^(NaN|nan|\?)$"));
            StringAssert.Matches(cells[7], new Regex("^6[123]\\d{16}$"));
        }
    }

    private static void MustReferToNothingOfOurs(SampleFile program)
    {
        Assert.IsEmpty(program.Directive("project"));
        Assert.IsEmpty(program.Compile().GetReferencedAssemblies().Where(name => name.Name!.Contains("Gan", StringComparison.Ordinal)));
    }

    private static string MustSucceed(params IEnumerable<string> arguments)
    {
        var (exitCode, output) = Python(arguments);
        Assert.AreEqual(0, exitCode, output);
        return output;
    }

    private static string Quoted(string path) => $"r'{path}'";

    private static (int ExitCode, string Output) Python(params IEnumerable<string> arguments)
    {
        try
        {
            var start = new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Inconclusive("There is no python3 on this machine.");
            throw;
        }
    }
}
