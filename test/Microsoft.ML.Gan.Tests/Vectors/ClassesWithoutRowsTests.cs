using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Vectors;

/// <summary>Classes that the keys know and no training row has: a column that was mapped on the whole table, of which a part is trained on.</summary>
[TestClass]
public sealed class ClassesWithoutRowsTests
{
    [TestMethod]
    public void Fit_ClassWithoutRows_IsWarnedOfAndNotMade()
    {
        var ml = new MLContext(seed: 1);
        var warnings = new List<string>();
        ml.Log += (_, line) =>
        {
            if (line.Kind == Runtime.ChannelMessageKind.Warning) warnings.Add(line.RawMessage);
        };
        using var gan = ml.Gan().Train(RowsOf(ml, "high"), new() { LabelColumnName = "Label", MaxRounds = 2, BatchSize = 8 });

        var failure = Assert.ThrowsExactly<ArgumentException>(() => gan.Generator.Sample(3, "low"));

        CollectionAssert.Contains(
            warnings,
            "1 of 2 classes of 'Label' have no rows, such as 'low': the generator learns nothing of them and refuses to make them. " +
            "Map the keys by the rows that are trained on, or add rows.");
        Assert.AreEqual(
            "The class must have had training rows, but 'low' had none. Take one of high, or train with rows of it. (Parameter 'className')",
            failure.Message);
        Assert.AreEqual(3, gan.Generator.Sample(3, "high").GetColumn<uint>("Label").Count(key => key == 2));
        Assert.AreEqual(20, gan.Generator.Sample(20).GetColumn<uint>("Label").Count(key => key == 2));
    }

    [TestMethod]
    public void Fit_EveryClassWithRows_IsNotWarnedOf()
    {
        var ml = new MLContext(seed: 1);
        var warnings = 0;
        ml.Log += (_, line) => warnings += line.Kind == Runtime.ChannelMessageKind.Warning ? 1 : 0;

        using var gan = ml.Gan().Train(RowsOf(ml, "low", "high"), new() { LabelColumnName = "Label", MaxRounds = 2, BatchSize = 8 });

        Assert.AreEqual(0, warnings);
    }

    /// <summary>Points of some classes, with keys that know "low" and "high", in this order.</summary>
    private static IDataView RowsOf(MLContext ml, params string[] classes)
    {
        TestRows.LabeledPoint Point(string name, int row) => new() { Features = [row % 7, name == "low" ? 0 : 5 + row % 3], Class = name };
        var all = ml.Data.LoadFromEnumerable(new[] { Point("low", 0), Point("high", 1) });
        var some = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 32).Select(row => Point(classes[row % classes.Length], row)).ToList());
        return ml.Transforms.Conversion.MapValueToKey("Label", "Class").Fit(all).Transform(some);
    }
}
