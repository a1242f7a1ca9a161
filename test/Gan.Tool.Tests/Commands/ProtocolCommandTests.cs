using Gan.Testing;
using Gan.Tool.Benchmarks.Protocol;
using Gan.Tool.Commands;

namespace Gan.Tool.Tests.Commands;

[TestClass]
public sealed class ProtocolCommandTests
{
    private static readonly TemporaryFolder Folder = new();

    [ClassInitialize]
    public static void WriteSplits(TestContext _)
    {
        File.WriteAllLines(Folder["magic_train.csv"], Rows(1, 120));
        File.WriteAllLines(Folder["magic_test.csv"], Rows(2, 80));

        static IEnumerable<string> Rows(int seed, int count)
        {
            var random = new Random(seed);
            return Enumerable.Range(0, count)
                .Select(_ => FormattableString.Invariant($"{random.NextDouble():F4},{random.NextDouble():F4},{random.Next(2)}"))
                .Prepend("Length,Width,class");
        }
    }

    [ClassCleanup]
    public static void Clean() => Folder.Dispose();

    [TestMethod]
    public void Protocol_SecondCommandWithMoreSeeds_TrainsOnlyThese()
    {
        string[] command = ["protocol", "--data", Folder[""], "--epochs", "1", "--device", "cpu", "--out", Folder["out"], "--seeds"];

        var first = CommandLine.Run([.. command, "1"]);
        var more = CommandLine.Run([.. command, "2"]);

        Assert.AreEqual((ExitCode.Done, ExitCode.Done), (first.ExitCode, more.ExitCode), first.Error + more.Error);
        Assert.Contains("magic, seed 0: training on 120 rows of 3 columns.", first.Output);
        Assert.Contains("magic, seed 0: done before.", more.Output);
        Assert.Contains("magic, seed 1: training on 120 rows", more.Output);
        CollectionAssert.AreEquivalent(
            new[] { "magic-0-epochs1.csv", "magic-1-epochs1.csv", "protocol.csv", "protocol.md" },
            Directory.GetFiles(Folder["out"]).Select(path => Path.GetFileName(path)).ToArray());
        var lines = File.ReadAllLines(Path.Combine(Folder["out"], "protocol.csv"));
        Assert.HasCount(3, lines);
        Assert.StartsWith("magic,0,epochs1,", lines[1]);
        Assert.HasCount(121, File.ReadAllLines(Path.Combine(Folder["out"], "magic-0-epochs1.csv")));
        var table = File.ReadAllText(Path.Combine(Folder["out"], "protocol.md"));
        Assert.Contains("| C2ST, boosted trees | magic | 0.103 | 0.760 | 0.773 | 0.860 | ", table);
        Assert.Contains(" | epochs1 | 0 1 |", table);
    }

    [TestMethod]
    public void Protocol_FolderWithoutSplits_IsRefused()
    {
        var none = CommandLine.Run("protocol", "--data", Path.GetTempPath(), "--out", Folder["none"]);
        var other = CommandLine.Run("protocol", "--data", Folder[""], "--set", "magic", "adult", "--out", Folder["none"]);

        Assert.AreEqual((ExitCode.Failed, ExitCode.Failed), (none.ExitCode, other.ExitCode));
        Assert.Contains("--data must be a folder with files such as adult_train.csv and adult_test.csv, but ", none.Error);
        Assert.Contains("--data must be a folder with adult_train.csv and adult_test.csv, but ", other.Error);
    }

    [TestMethod]
    public void Results_FileOfOtherColumns_IsRefused()
    {
        Directory.CreateDirectory(Folder["strange"]);
        File.WriteAllText(Path.Combine(Folder["strange"], ProtocolResults.CsvFile), "a,b\n1,2\n");

        var fault = Assert.ThrowsExactly<InvalidDataException>(() => ProtocolResults.In(Folder["strange"]));

        Assert.Contains("Name another folder with --out.", fault.Message);
    }
}
