using Gan.Testing;
using Microsoft.ML.Gan.Tests.Regularizers;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Examples;

/// <summary>The classes that docs/ shows: what a user writes outside the library.</summary>
[TestClass]
public sealed class ExampleTests
{
    [TestMethod]
    [DataRow("adding-a-loss.md", "PearsonLoss.cs")]
    [DataRow("adding-a-regularizer.md", "ZeroCenteredGradientPenalty.cs")]
    public void Document_Example_IsTheFileThatIsTested(string document, string example)
    {
        var text = File.ReadAllText(Repository.PathOf("docs", document)).ReplaceLineEndings("\n");
        var code = File.ReadAllText(Repository.PathOf("test", "Microsoft.ML.Gan.Tests", "Examples", example)).ReplaceLineEndings("\n");

        StringAssert.Contains(text, $"```csharp\n{code}```\n");
        Assert.IsLessThan(60, text.Split('\n').Length);
    }

    [TestMethod]
    public void PearsonLoss_HandValues_PullsRealToOneAndFakeToMinusOne()
    {
        var (loss, d) = (new global::Examples.PearsonLoss(), new Logits(Assertions.Column(2, 0.5f), Assertions.Column(-2, 0)));

        Assert.AreEqual(((1 + 0.25) / 2 + (1 + 1) / 2.0) / 2, loss.ForDiscriminator(d).Scalar(), 1e-6);
        Assert.AreEqual((4 + 0) / 2.0 / 2, loss.ForGenerator(new Logits(null, d.Fake)).Scalar(), 1e-6);
    }

    [TestMethod]
    public void ZeroCenteredGradientPenalty_LinearDiscriminator_IsLambdaTimesSquaredNormOfItsWeights()
    {
        var w = Steps.Weights();

        var penalty = new global::Examples.ZeroCenteredGradientPenalty(2).Penalty(Steps.Of(Steps.Linear(w), randn(4, 3), randn(4, 3)))!;

        Assert.AreEqual(2 * 25.25, penalty.Scalar(), 1e-4);
        Steps.AssertEqual([12, -16, 2], autograd.grad([penalty], [w])[0], 1e-4);
    }

    [TestMethod]
    public void Fit_WithBothExamples_LogsThemByName()
    {
        var ml = new MLContext();
        var lines = new List<string>();
        ml.Log += (_, line) => lines.Add(line.RawMessage);
        var options = TestRows.Quick(loss: new global::Examples.PearsonLoss(), regularizer: new global::Examples.ZeroCenteredGradientPenalty(1));

        using var gan = ml.Gan().Train(TestRows.Clusters(), options);

        Assert.IsTrue(lines.Exists(line => line.EndsWith("loss Pearson, regularizer 0-GP(λ=1).", StringComparison.Ordinal)));
        Assert.IsTrue(gan.History.Reports.All(report => report.Penalty > 0 && report.DiscriminatorLoss > 0));
    }
}
