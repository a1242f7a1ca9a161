using System.Reflection;

namespace Microsoft.ML.Gan.Tests;

/// <summary>What stood in this assembly once: a program compiled then asks this assembly for it.</summary>
[TestClass]
public sealed class MovedTypesTests
{
    private static readonly Assembly Trainer = Assembly.Load("Microsoft.ML.Gan");

    private static readonly string[] Moved =
    [
        "Microsoft.ML.GanEvaluationCatalog", "Microsoft.ML.Gan.TabularCeiling", "Microsoft.ML.Gan.TabularColumnMetrics",
        "Microsoft.ML.Gan.TabularGanMetrics", "Microsoft.ML.Gan.TabularPairMetrics", "Microsoft.ML.Gan.TabularUtility",
    ];

    [TestMethod]
    public void MovedTypes_AreForwardedAndNoOthers() =>
        CollectionAssert.AreEquivalent(Moved, Trainer.GetForwardedTypes().Select(type => type.FullName).ToArray());

    [TestMethod]
    public void MovedTypes_AskedOfTheTrainer_AreThoseOfTheEvaluation() =>
        CollectionAssert.AreEqual(
            Moved, Moved.Select(name => Trainer.GetType(name)!).Where(IsPublicInEvaluation).Select(type => type.FullName).ToArray());

    private static bool IsPublicInEvaluation(Type type) => type.IsPublic && type.Assembly.GetName().Name == "Gan.Evaluation";
}
