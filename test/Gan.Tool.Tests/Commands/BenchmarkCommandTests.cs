using Gan.Tool.Commands;

namespace Gan.Tool.Tests.Commands;

[TestClass]
public sealed class BenchmarkCommandTests
{
    [TestMethod]
    public void Benchmark_TwoSetsAndPresetsForAFewRounds_PrintsARowOfMarkdownForEach()
    {
        var run = CommandLine.Run(
            "benchmark", "--set", "ring", "simplex", "--preset", "default", "vanilla", "--seeds", "2", "--rounds", "5", "--device", "cpu");

        Assert.AreEqual(ExitCode.Done, run.ExitCode, run.Error);
        var rows = run.Output.Split('\n').Where(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]).ToList();
        CollectionAssert.AreEqual(
            new[] { "set", "preset", "all modes", "modes", "high quality, %", "reverse KL", "spread, least to greatest", "seconds", "rounds" },
            rows[0]);
        CollectionAssert.AreEqual(
            new[] { "ring default", "ring vanilla", "simplex default", "simplex vanilla" }, rows[2..].Select(row => $"{row[0]} {row[1]}").ToArray());
        foreach (var row in rows[2..])
        {
            Assert.EndsWith(" of 2", row[2]);
            Assert.EndsWith(row[0] == "ring" ? ") of 8" : ") of 6", row[3]);
            Assert.AreEqual("5", row[^1]);
        }
    }

    [TestMethod]
    public void Benchmark_SecondsThatAreUp_StopsTheTrainingAndJudgesWhatThereIs()
    {
        var run = CommandLine.Run(
            "benchmark", "--set", "ring", "--preset", "vanilla", "--seeds", "1", "--rounds", "100000000", "--seconds", "3", "--device", "cpu");

        Assert.AreEqual(ExitCode.Done, run.ExitCode, run.Error);
        Assert.Contains("| ring | vanilla |", run.Output);
    }

    [TestMethod]
    public void Benchmark_StackedDigits_SaysHowGoodItsJudgeIsAndHasNoSpread()
    {
        var run = CommandLine.Run("benchmark", "--set", "stacked-digits", "--seeds", "1", "--rounds", "2", "--device", "cpu");

        Assert.AreEqual(ExitCode.Done, run.ExitCode, run.Error);
        Assert.Contains("The judge of digits gets 97.7", run.Output);
        Assert.Contains("of 1000 modes, high quality \u2013 %", run.Output);
    }
}
