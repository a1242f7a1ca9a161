using Microsoft.ML;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Tests;

/// <summary>Tables whose rows have names or numbers of their own.</summary>
[TestClass]
public sealed class IdentifierColumnTests
{
    private static readonly MLContext ML = new(seed: 1);

    [TestMethod]
    [DataRow("none")]
    [DataRow("text")]
    [DataRow("number")]
    public void EvaluateTabular_RowsOfTheSameKindWithOtherNames_AreNew(string name)
    {
        var metrics = Evaluate(name, Rows(2, 800));

        Assert.AreEqual(0.5, metrics.CloserToTrain!.Value, 0.06);
        Assert.AreEqual(0.5, metrics.DetectionAuc!.Value, 0.06);
        Assert.AreEqual(0, metrics.CopyRate);
        Assert.IsGreaterThan(0.93, metrics.ColumnShapes!.Value);
        Assert.IsGreaterThan(0.9, metrics.StrongPairTrends!.Value);
        Assert.AreEqual(0, metrics.BadCategory);
        CollectionAssert.AreEqual(name == "none" ? [] : new[] { "Name" }, metrics.Identifiers.ToArray());
    }

    [TestMethod]
    [DataRow("none")]
    [DataRow("text")]
    [DataRow("number")]
    public void EvaluateTabular_TrainingRowsUnderOtherNames_AreMemorised(string name)
    {
        var metrics = Evaluate(name, Rows(1, 800));

        Assert.AreEqual(1, metrics.CloserToTrain);
        Assert.AreEqual(1, metrics.CopyRate);
    }

    [TestMethod]
    public void Remarks_Identifiers_NameThemAndWhatTheyAreLeftOutOf()
    {
        Assert.AreEqual(
            "Column 'Name' is an identifier: most new rows have a value of it that no real row has. " +
            "It is left out of all figures but the missing-rate gap.",
            Evaluate("text", Rows(2, 800)).Remarks.Single());
        Assert.AreEqual(
            "Column 'Name' is an identifier: its whole numbers hardly ever repeat. It is left out of detection, copies and nearness.",
            Evaluate("number", Rows(2, 800)).Remarks.Single());
    }

    [TestMethod]
    public void EvaluateTabular_NothingButNames_SaysSo()
    {
        var rows = ML.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(i => new { Name = $"N{i}" }));

        var metrics = ML.Gan().EvaluateTabular(rows, rows, rows);

        Assert.IsNull(metrics.ColumnShapes);
        Assert.IsNull(metrics.DetectionAuc);
        Assert.IsNull(metrics.CloserToTrain);
        Assert.AreEqual(1, metrics.CopyRate);
        Assert.Contains("Detection and nearness are not measured: all columns are identifiers.", metrics.Remarks);
    }

    /// <summary>Synthetic rows against 800 training and 200 test rows, all of them with different names.</summary>
    private static TabularGanMetrics Evaluate(string name, (double X, double Y, string C)[] synthetic)
    {
        var names = Enumerable.Range(0, 1_800).ToArray();
        new Random(9).Shuffle(names);
        return ML.Gan().EvaluateTabular(View(Rows(1, 800), 0), View(synthetic, 800), View(Rows(3, 200), 1_600));

        IDataView View((double X, double Y, string C)[] rows, int first) => name switch
        {
            "text" => ML.Data.LoadFromEnumerable(rows.Select((row, i) => new { Name = $"N{names[first + i]}", row.X, row.Y, row.C })),
            "number" => ML.Data.LoadFromEnumerable(rows.Select((row, i) => new { Name = names[first + i], row.X, row.Y, row.C })),
            _ => ML.Data.LoadFromEnumerable(rows.Select(row => new { row.X, row.Y, row.C })),
        };
    }

    private static (double X, double Y, string C)[] Rows(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble()).Select(x => (x, x + random.NextDouble(), $"c{(int)(4 * x)}"))];
    }
}
