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
    public void EvaluateTabular_NumbersOtherThanOneAndZero_AreUnseen() =>
        AssertUnseen(Truths.Count(truth => !truth), View(truth => truth), View(truth => truth ? 1 : 2));

    [TestMethod]
    public void EvaluateTabular_ColumnsOfOtherTexts_AreToldApartByEveryLetter()
    {
        AssertUnseen(Truths.Count(truth => truth), View(truth => truth ? "no" : "se"), View(truth => truth ? "NO" : "se"));     // Norway, Sweden

        // two spellings of one value in the real table: they may mean two things
        var both = ML.Data.LoadFromEnumerable(Truths.Select((truth, i) => new { Value = truth ? "False" : i % 2 == 0 ? "true" : "True" }));
        AssertUnseen(Truths.Count(truth => !truth), both, View(truth => truth ? "False" : "TRUE"));
    }

    private static void AssertUnseen(int cells, IDataView real, IDataView synthetic) =>
        Assert.AreEqual(cells / 100.0, ML.Gan().EvaluateTabular(real, synthetic).BadCategory, 1e-12);

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
