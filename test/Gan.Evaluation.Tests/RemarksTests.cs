using Microsoft.ML;

namespace Gan.Evaluation.Tests;

[TestClass]
public sealed class RemarksTests
{
    private static readonly MLContext ML = new(seed: 1);

    private static readonly IDataView Labelled = Labels("a", "b");

    [TestMethod]
    public void Remarks_EverythingMeasured_AreNone() =>
        Assert.IsEmpty(ML.Gan().EvaluateTabular(MixedTable.Test, MixedTable.Synthetic, MixedTable.Real, "label").Remarks
            .Where(remark => IsNoConstant(remark) && !IsOfRareCategories(remark)));

    [TestMethod]
    public void Remarks_FiguresThatAreNull_HaveAReasonEach()
    {
        var rows = ML.Data.LoadFromEnumerable(Enumerable.Range(0, 20).Select(i => new { None = double.NaN, Same = 3 }));

        var metrics = ML.Gan().EvaluateTabular(rows, rows);

        CollectionAssert.AreEqual(
            new[]
            {
                "Column 'None' has no shape: all its real cells are missing.",
                "Column 'Same' says nothing in detection and nearness: all its cells are alike.",
                "Pair trends are not measured: no two columns can be compared.",
                "Strong pairs are not measured: no two real columns say much of each other.",
                "Detection is not measured: both tables must have at least 30 rows, but 20 real and 20 synthetic ones were given.",
                "Nearness to training rows is not measured: there is no test table.",
                "Attacks are not run: there is no test table, whose rows nobody trained on.",
            },
            metrics.Remarks.ToArray());
        Assert.IsNull(metrics.ColumnPairTrends);
        Assert.IsNull(metrics.StrongPairTrends);
        Assert.IsNull(metrics.DetectionAuc);
        Assert.IsNull(metrics.CloserToTrain);
    }

    [TestMethod]
    public void Remarks_UtilityThatIsMissing_SaysWhy()
    {
        AssertUtility("Utility of synthetic rows is not measured: none has a value of 'Label' that real rows have.", Labels("x", "y"), Labelled);
        AssertUtility("Utility is not measured: no test row has a value of 'Label' that real rows have.", Labelled, Labels("x", "y"));
        AssertUtility("Utility is not measured: the rows to predict have one value of 'Label' only.", Labelled, Labels("a", "a"));

        var alone = ML.Transforms.DropColumns("X").Fit(Labelled).Transform(Labelled);
        Assert.Contains(
            "Utility is not measured: there is no column to predict 'Label' by.", ML.Gan().EvaluateTabular(alone, alone, alone, "Label").Remarks);
    }

    private static void AssertUtility(string expected, IDataView synthetic, IDataView test) =>
        Assert.Contains(expected, ML.Gan().EvaluateTabular(Labelled, synthetic, test, "Label").Remarks);

    [TestMethod]
    public void Remarks_RareCategoriesThatNoSyntheticRowHas_AreCounted()
    {
        var (real, made) = (Kinds(row => row < 4 ? $"rare {row / 2}" : $"{row % 2}"), Kinds(row => $"{row % 2}"));

        Assert.Contains(
            "Column 'Kind' has 2 categories of fewer than 5 real rows, in 2.00 % of them: no synthetic row has one, as a generator's file leaves " +
            "them out unless it is told to keep them.", ML.Gan().EvaluateTabular(real, made).Remarks);
        Assert.IsFalse(ML.Gan().EvaluateTabular(real, real).Remarks.Any(IsOfRareCategories));

        static IDataView Kinds(Func<int, string> kindOf) =>
            ML.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(row => new { Kind = kindOf(row), X = row / 3f }));
    }

    private static bool IsNoConstant(string remark) => !remark.Contains("'const'", StringComparison.Ordinal);

    private static bool IsOfRareCategories(string remark) => remark.Contains("categories of fewer than 5 real rows", StringComparison.Ordinal);

    private static IDataView Labels(string even, string odd) =>
        ML.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(i => new { X = i / 3f, Label = i % 2 == 0 ? even : odd }));
}
