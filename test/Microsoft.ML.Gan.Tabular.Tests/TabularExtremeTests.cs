using System.Globalization;

namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>Tables at the ends of what there is: one column, one value, the widest spans.</summary>
[TestClass]
public sealed class TabularExtremeTests
{
    [TestMethod]
    [DataRow(200)]
    [DataRow(1000)]
    public void Fit_OneColumnOfCategories_MakesThem(int rows)
    {
        using var gan = TestTables.Train(new TestTable(rows).Texts("A", row => $"{row % 3}"));

        CollectionAssert.AreEquivalent(new[] { "0", "1", "2" }, gan.Generator.Sample(200).Texts("A").Distinct().ToArray());
    }

    [TestMethod]
    public void Fit_ColumnsWithoutAValue_CarriesThemAlong()
    {
        var (ml, warnings) = (new MLContext(), new List<string>());
        ml.Log += (_, line) =>
        {
            if (line.Kind == Runtime.ChannelMessageKind.Warning) warnings.Add(line.RawMessage);
        };
        var roles = new Dictionary<string, TabularColumnRole> { ["Real"] = TabularColumnRole.Numeric };
        var data = Letters(200).Texts("Text", _ => "").Add("Real", _ => double.NaN).Add("Single", _ => float.NaN)
            .Keys("Key", 3, ["a", "b", "c"], _ => 0u).Add("Date", _ => default(DateTime));

        using var gan = ml.Gan().TrainTabular(data, TestTables.Quick(3) with { ColumnRoles = roles });

        var made = gan.Generator.Sample(50);
        var none = default(DateTime).ToString("o");
        foreach (var (name, text) in new[] { ("Text", ""), ("Real", "NaN"), ("Single", "NaN"), ("Key", "0"), ("Date", none) })
        {
            Assert.AreEqual(text, made.Texts(name).Distinct().Single(), name);
            var warning = $"Column '{name}' has no value in any of its 200 rows";
            Assert.AreEqual(1, warnings.Count(line => line.StartsWith(warning, StringComparison.Ordinal)), name);
        }
        Assert.HasCount(3, made.Texts("Letter").Distinct());
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Fit_ColumnOfFewValues_IsLearntWhereverTheyLie(bool isNumber)
    {
        for (var known = 0; known < 1000; known += 200)                              // some of them are held out
        {
            var data = Letters(1000);
            if (isNumber) data.Add("Rare", row => row == known ? 7.5 : double.NaN);
            else data.Texts("Rare", row => row == known ? "7.5" : "");

            using var gan = TestTables.Train(data, TestTables.Quick(3));

            var asked = new Dictionary<string, string> { ["Rare"] = "*" };
            Assert.AreEqual("7.5", gan.Generator.Sample(20, where: asked).Texts("Rare").Distinct().Single());
        }
    }

    [TestMethod]
    public void Fit_NumberOfOneKnownValue_MakesItOrNothing()
    {
        var roles = new Dictionary<string, TabularColumnRole> { ["A"] = TabularColumnRole.Numeric };
        using var gan = TestTables.Train(Letters(200).Add("A", row => row == 5 ? 7.25 : double.NaN), TestTables.Quick() with { ColumnRoles = roles });

        Assert.AreEqual("7.25", gan.Generator.Sample(50, where: new Dictionary<string, string> { ["A"] = "*" }).Texts("A").Distinct().Single());
        Assert.AreEqual("NaN", gan.Generator.Sample(50, where: new Dictionary<string, string> { ["A"] = "" }).Texts("A").Distinct().Single());
    }

    [TestMethod]
    public void Fit_NumbersNearTheLargest_MakesFiniteOnes()
    {
        var random = new Random(1);

        using var gan = TestTables.Train(Letters(300).Add("A", _ => 1e308 * Math.Clamp(TestTables.Normal(random), -1.7, 1.7)), TestTables.Quick(3));

        var numbers = gan.Generator.Sample(3000).Numbers("A");
        Assert.IsTrue(numbers.All(double.IsFinite));
        Assert.IsTrue(numbers.Any(number => number < -1e307) && numbers.Any(number => number > 1e307));
    }

    [TestMethod]
    [DataRow("Signed")]
    [DataRow("Unsigned")]
    [DataRow("Date")]
    public void Fit_SpansThatDoublesCannotCount_StaysInTheRange(string name)
    {
        var random = new Random(1);
        var data = Letters(300)
            .Add("Signed", _ => random.NextInt64(long.MinValue, long.MaxValue))
            .Add("Unsigned", _ => (ulong)random.NextInt64(long.MinValue, long.MaxValue))
            .Add("Date", _ => new DateTime(random.NextInt64(DateTime.MaxValue.Ticks)));

        using var gan = TestTables.Train(data, TestTables.Quick(3) with { ColumnNames = ["Letter", name] });

        decimal Number(string text) => name == "Date"
            ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).Ticks
            : decimal.Parse(text, CultureInfo.InvariantCulture);
        var (real, made) = (Array.ConvertAll(data.Texts(name), Number), Array.ConvertAll(gan.Generator.Sample(3000).Texts(name), Number));
        Assert.IsTrue(made.Min() >= real.Min() && made.Max() <= real.Max());
        Assert.IsGreaterThan(0.9m * (real.Max() - real.Min()), made.Max() - made.Min());
    }

    private static TestTable Letters(int rows) => new TestTable(rows).Texts("Letter", row => $"{(char)('a' + row % 3)}");
}
