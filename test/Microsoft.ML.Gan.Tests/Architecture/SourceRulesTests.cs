using System.Text.RegularExpressions;
using Gan.Testing;

namespace Microsoft.ML.Gan.Tests.Architecture;

[TestClass]
public sealed partial class SourceRulesTests
{
    private const int MostCharacters = 150;                           // as .editorconfig says, which no tool enforces

    [TestMethod]
    public void Sources_Lines_AreNoLongerThanTheEditorsLimit()
    {
        var files = new[] { "src", "test", "docs" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal));

        var tooLong = files.SelectMany(path => File.ReadLines(Repository.PathOf(path)).Index()
            .Where(line => line.Item.Length > MostCharacters).Select(line => $"{path}({line.Index + 1}): {line.Item.Length} characters"));

        Assert.AreEqual("", string.Join('\n', tooLong));
    }

    [TestMethod]
    public void Libraries_OutsideNoiseSource_DrawNothingFromTorchsGlobalGenerator()
    {
        var offenders = SourceFile.Under()
            .Where(file => file.Name is not ("NoiseSource.cs" or "DeviceStream.cs" or "OrderStream.cs"))
            .SelectMany(file => GlobalRandomness().Matches(file.Code).Select(match => $"{file.Path}: {match.Value}"));

        Assert.AreEqual("", string.Join('\n', offenders));
    }

    [TestMethod]
    [DataRow("torch.manual_seed(1)", true)]
    [DataRow("torch.random.manual_seed(1)", true)]
    [DataRow("torch.randn(2, 3)", true)]
    [DataRow("torch.rand_like(x)", true)]
    [DataRow("= randint(5, [2])", true)]
    [DataRow("weight.normal_(0, 1)", true)]
    [DataRow("nn.init.normal_(weight)", false)]
    [DataRow("_noise.Normal(2)", false)]
    [DataRow("operands(2)", false)]
    public void GlobalRandomness_Call_IsToldFromOthers(string code, bool isGlobalRandomness) =>
        Assert.AreEqual(isGlobalRandomness, GlobalRandomness().IsMatch(code));

    [GeneratedRegex(
        @"(?<!init\.)(?<!\w)(manual_seed\w*|rand|randn|randint|randperm|rand\w*_like|normal_?|uniform_|bernoulli_?|multinomial|poisson)\(")]
    private static partial Regex GlobalRandomness();
}
