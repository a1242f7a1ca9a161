using Microsoft.ML;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Tests.Protocol;

/// <summary>Figures against those of a program in Python (NumPy, scikit-learn, XGBoost) for the same rows.</summary>
[TestClass]
public sealed class ProtocolMetricsTests
{
    private const double Closed = 1e-6, Classifier = 0.01;

    private static TabularProtocolMetrics Metrics { get; set; } = null!;

    [ClassInitialize]
    public static void Measure(TestContext _) => Metrics = Evaluate(new() { Protocol = true }).Protocol!;

    [TestMethod]
    public void Protocol_ClosedDefinitions_HaveTheReferencesFigures()
    {
        Assert.AreEqual(0.9283444444, Metrics.Shape!.Value, Closed);
        Assert.AreEqual(0.9023106690, Metrics.Trend!.Value, Closed);
        Assert.AreEqual(0.9023384468, Metrics.TrendWithSharedEdges!.Value, Closed);
        Assert.AreEqual(0.9766419753, Metrics.AlphaPrecision, Closed);
        Assert.AreEqual(0.2775185185, Metrics.BetaRecall, Closed);
        Assert.AreEqual(0.7590740741, Metrics.Authenticity, Closed);
        Assert.AreEqual((6_000, 5_400), Metrics.Rows);
    }

    [TestMethod]
    public void Protocol_Classifiers_ScoreAsTheReferencesDo()
    {
        Assert.AreEqual(0.7119, Metrics.LogisticC2st!.Value, Classifier);
        Assert.AreEqual(0.3718, Metrics.BoostedTreesC2st!.Value, Classifier);
    }

    private static TabularGanMetrics Evaluate(TabularEvaluationOptions options)
    {
        var mlContext = new MLContext(seed: 1);
        return mlContext.Gan().EvaluateTabular(ProtocolRows.Real(mlContext), ProtocolRows.Made(mlContext), null, null, options);
    }
}
