using Gan.Testing;
using Gan.Tool.Commands;

namespace Gan.Tool.Tests.Commands;

[TestClass]
public sealed class CommandLineTests
{
    [TestMethod]
    public void Help_Command_ListsTheVerbsOfGan()
    {
        var run = CommandLine.Run("--help");

        Assert.AreEqual(ExitCode.Done, run.ExitCode);
        Assert.Contains("\n  gan [command] [options]", run.Output);
        string[] verbs =
            ["digits", "fashion", "images", "ring", "generate", "theory", "table", "rows", "evaluate", "evaluate-images", "serve", "benchmark"];
        foreach (var verb in verbs) Assert.Contains($"\n  {verb} ", run.Output);
    }

    [TestMethod]
    [DataRow("digits", "--epochs --seed --device --out")]
    [DataRow("fashion", "--data --rows --epochs --seed --device --out")]
    [DataRow("ring", "--preset --epochs --seed --device --out")]
    [DataRow("generate", "--model --count --first --class --seed --out")]
    [DataRow(
        "table",
        "--data --table --query --to --to-table --replace --append --test --label --rows --where --epochs --seed --device --guard-formulas --out " +
        "--columns --ignore --separator --missing --form")]
    [DataRow("rows", "--model --count --first --where --seed --guard-formulas --to --to-table --replace --append --out")]
    [DataRow("evaluate", "--test --label --out --columns --ignore --quote --encoding --decimal --dates")]
    [DataRow("evaluate-images", "--test --features --size --fit --channels --out")]
    [DataRow("serve", "--model --port --urls --name --most-rows --seconds")]
    [DataRow("benchmark", "--set --preset --seeds --seed --rounds --seconds --device")]
    public void Help_Verb_ListsItsOptions(string verb, string options)
    {
        var run = CommandLine.Run(verb, "--help");

        Assert.AreEqual(ExitCode.Done, run.ExitCode);
        foreach (var option in options.Split(' ')) Assert.MatchesRegex($@"\n  {option},? ", run.Output);
    }

    [TestMethod]
    [DataRow("Unrecognized command or argument 'paint'.", "paint")]
    [DataRow("--epochs must be a whole number of at least 1, but was '0'.", "digits", "--epochs", "0")]
    [DataRow("--epochs must be a whole number of at least 1, but was 'ten'.", "ring", "--epochs", "ten")]
    [DataRow("--seed must be a whole number of at least 0, but was '-1'.", "ring", "--seed", "-1")]
    [DataRow("--device must be one of auto, cpu, cuda, but was 'gpu'.", "digits", "--device", "gpu")]
    [DataRow(
        "--preset must be one of default, vanilla, dcgan, lsgan, wgan, wgan-gp, sngan, dragan, pacgan, r3gan, small-images, but was 'gan'.",
        "ring", "--preset", "gan")]
    [DataRow(
        "--set must be one of ring, grid, ellipse, simplex, outlier, units, stacked-digits, but was 'rings'.",
        "benchmark", "--set", "ring", "rings")]
    [DataRow("Option '--model' is required.", "generate")]
    [DataRow("Option '--data' is required.", "fashion")]
    [DataRow("The model file must exist, but 'missing.onnx' was not found.", "generate", "--model", "missing.onnx")]
    [DataRow("The model file must exist, but 'missing.onnx' was not found.", "serve", "--model", "missing.onnx")]
    [DataRow("--port must be a whole number of at least 0, but was '-1'.", "serve", "--port", "-1")]
    public void Run_BadArguments_FailsWithOneReason(string message, params string[] arguments)
    {
        var run = CommandLine.Run(arguments);

        Assert.AreEqual(ExitCode.Failed, run.ExitCode);
        Assert.Contains($"Error: {message}", run.Error);
        Assert.AreEqual("", run.Output);
    }

    [TestMethod]
    public void Fashion_FolderWithoutTheFiles_SaysWhichFileAndWhereItComesFrom()
    {
        using var folder = new TemporaryFolder();

        var run = CommandLine.Run("fashion", "--data", folder.Path);

        Assert.AreEqual(ExitCode.Failed, run.ExitCode);
        Assert.AreEqual(
            $"Error: The data folder must have the file train-images-idx3-ubyte.gz, but '{folder.Path}' has none. " +
            "It is one of Fashion-MNIST's four files; Debian's package dataset-fashion-mnist puts them into /usr/share/datasets/fashion-mnist.",
            run.Error.TrimEnd());
    }

    [TestMethod]
    public void Generate_FileThatIsNoModel_IsRefusedInOneLine()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["notes.onnx"], "not a model");

        var run = CommandLine.Run("generate", "--model", folder["notes.onnx"], "--out", folder["out"]);

        Assert.AreEqual(ExitCode.Failed, run.ExitCode);
        Assert.AreEqual("Error: The model file must be an ONNX file, but is something else.", run.Error.TrimEnd());
        Assert.IsFalse(Directory.Exists(folder["out"]));
    }
}
