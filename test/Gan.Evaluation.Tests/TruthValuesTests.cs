using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Evaluation.Tests;

[TestClass]
public sealed class TruthValuesTests
{
    private static readonly MLContext ML = new(seed: 1);

    private static readonly bool[] Truths = [.. Enumerable.Range(0, 100).Select(i => i % 3 == 0)];

    [TestMethod]
    [DataRow("true", "false")]
    [DataRow("TRUE", "FALSE")]
    [DataRow("1", "0")]
    [DataRow("yes", "No")]
    [DataRow("y", "n")]
    [DataRow("T", "F")]
    [DataRow("on", "off")]
    public void EvaluateTabular_OtherSpellings_AreTheSameValues(string isTrue, string isFalse)
    {
        var spelt = View(truth => truth ? isTrue : isFalse);

        AssertSame(View(truth => truth), spelt);
        AssertSame(View(truth => truth ? "True" : "False"), spelt);
        AssertSame(spelt, View(truth => truth));
    }

    [TestMethod]
    public void EvaluateTabular_NumbersAndBooleans_AreTheSameValues()
    {
        foreach (var truths in new[] { View(truth => truth), View(truth => truth ? "yes" : "no") })
        {
            AssertSame(truths, View(truth => truth ? 1f : 0));
            AssertSame(truths, View(truth => truth ? 1 : 0));
        }
        AssertSame(View(truth => truth ? 1 : 0), View(truth => truth));
        AssertSame(View(truth => truth ? 1.0 : 0), View(truth => truth));
    }

    [TestMethod]
    public void EvaluateTabular_NumbersOtherThanOneAndZero_AreUnseen()
    {
        var metrics = ML.Gan().EvaluateTabular(View(truth => truth), View(truth => truth ? 1 : 2));

        Assert.AreEqual(Truths.Count(truth => !truth) / 100.0, metrics.BadCategory, 1e-12);
    }

    [TestMethod]
    public void EvaluateTabular_OtherCategories_AreToldApartByEveryLetter()
    {
        // "no" is Norway here, and "NO" is not: a third value says that these are no truth values
        var real = View(truth => truth ? "no" : "se");
        var metrics = ML.Gan().EvaluateTabular(real, View(truth => truth ? "NO" : "se"));

        Assert.AreEqual(Truths.Count(truth => truth) / 100.0, metrics.BadCategory, 1e-12);
        var both = ML.Data.LoadFromEnumerable(Truths.Select((truth, i) => new { Value = truth ? "True" : i % 2 == 0 ? "true" : "False" }));
        Assert.AreEqual(1, ML.Gan().EvaluateTabular(both, View(truth => truth ? "TRUE" : "False")).BadCategory, 0.7);
        Assert.IsGreaterThan(0.3, ML.Gan().EvaluateTabular(both, View(truth => truth ? "TRUE" : "False")).BadCategory);
    }

    private static void AssertSame(IDataView real, IDataView synthetic)
    {
        var metrics = ML.Gan().EvaluateTabular(real, synthetic);

        Assert.AreEqual(1, metrics.ColumnShapes!.Value, 1e-12);
        Assert.AreEqual(0, metrics.BadCategory);
        Assert.AreEqual(1, metrics.CategoryCoverage);
        Assert.AreEqual(1, metrics.CopyRate);
    }

    private static IDataView View<T>(Func<bool, T> value) => ML.Data.LoadFromEnumerable(Truths.Select(truth => new Row<T> { Value = value(truth) }));

    private sealed class Row<T>
    {
        [ColumnName("Value")]
        public T Value { get; set; } = default!;
    }
}
