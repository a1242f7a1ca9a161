using Gan.Evaluation.Tables;
using Microsoft.ML;

namespace Gan.Evaluation.Tests.Tables;

[TestClass]
public sealed class EvaluatedTableReaderTests
{
    private static readonly MLContext ML = new(seed: 1);

    [TestMethod]
    public void Read_NumbersOfEveryType_AreNumbers()
    {
        var table = Read(View(
            new
            {
                A = 1.5f,
                B = -2.5,
                C = (sbyte)-3,
                D = (short)-4,
                E = -5,
                F = -6L,
                G = (byte)7,
                H = (ushort)8,
                I = 9u,
                J = 10ul,
                K = new DateTime(2020, 2, 3, 0, 0, 0, DateTimeKind.Utc),
                L = TimeSpan.FromHours(1),
            }));

        double[] expected = [1.5, -2.5, -3, -4, -5, -6, 7, 8, 9, 10, new DateTime(2020, 2, 3).Ticks, TimeSpan.TicksPerHour];
        CollectionAssert.AreEqual(expected, table.Numeric.Select(column => column.Values.Single()).ToArray());
    }

    [TestMethod]
    public void Read_NaNAndInfinity_AreMissing()
    {
        var table = Read(View(new { A = float.NaN, B = 1.0 }, new { A = 2f, B = double.NegativeInfinity }));

        CollectionAssert.AreEqual(new[] { double.NaN, 2 }, table.Numeric.First().Values);
        CollectionAssert.AreEqual(new[] { 1, double.NaN }, table.Numeric.Last().Values);
        Assert.AreEqual(0.5, table.Columns[0].MissingRate);
    }

    [TestMethod]
    public void Read_DefaultDate_IsMissing()
    {
        var day = new DateTime(2020, 2, 3);

        var table = Read(View(new { Day = day }, new { Day = default(DateTime) }));

        CollectionAssert.AreEqual(new[] { day.Ticks, double.NaN }, table.Numeric.Single().Values);
    }

    [TestMethod]
    public void Read_TextsBooleansAndKeys_AreCategoriesOfTheirTexts()
    {
        var view = View(new { Text = "x", Truth = true }, new { Text = "", Truth = false }, new { Text = "x", Truth = true });
        var keyed = ML.Transforms.Conversion.MapValueToKey("Key", "Text", keyData: View(new { Text = "x" })).Fit(view).Transform(view);

        var table = Read(keyed);

        CollectionAssert.AreEqual(new[] { "x,,x", "True,False,True", "x,,x" }, table.Categorical.Select(Texts).ToArray());
        Assert.AreEqual(1 / 3.0, table.Columns[2].MissingRate, 1e-12);
    }

    [TestMethod]
    public void Read_KeysOverNumbers_AreTheirNumbers()
    {
        var view = View(new { Number = 30 }, new { Number = 10 }, new { Number = 30 });
        var keyed = ML.Transforms.Conversion.MapValueToKey("Key", "Number").Append(ML.Transforms.DropColumns("Number")).Fit(view).Transform(view);

        Assert.AreEqual("1,2,1", Texts(Read(keyed).Categorical.Single()));
    }

    [TestMethod]
    public void Read_TwoTables_CodesCategoriesAlikeAndFindsColumnsByName()
    {
        var (real, synthetic) = (View(new { C = "b", X = 1f }, new { C = "a", X = 2f }), View(new { Extra = 1f, X = 3.0, C = "a" }));
        var reader = new EvaluatedTableReader(real.Schema);
        reader.Read("real", real);

        var table = reader.Read("synthetic", synthetic);

        CollectionAssert.AreEqual(new[] { "C", "X" }, table.Columns.Select(column => column.Name).ToArray());
        CollectionAssert.AreEqual(new[] { 1 }, table.Categorical.Single().Codes);
        CollectionAssert.AreEqual(new[] { 3.0 }, table.Numeric.Single().Values);
    }

    [TestMethod]
    public void EvaluateTabular_TablesThatDoNotFit_AreRefusedByName()
    {
        var real = View(new { Age = 1f, Sex = "F" });
        var vectors = ML.Transforms.Concatenate("Features", "Age", "Age").Append(ML.Transforms.SelectColumns("Features")).Fit(real).Transform(real);

        AssertRefused("Could not find synthetic column 'Sex'. The columns are: 'Age'.", real, View(new { Age = 1f }));
        AssertRefused("Could not find test column 'Age'. The columns are: 'Sex'.", real, real, View(new { Sex = "F" }));
        AssertRefused(
            "Schema mismatch for synthetic column 'Age': expected Single, got String. Convert the column, for example with ConvertType.",
            real, View(new { Age = "1", Sex = "F" }));
        AssertRefused(
            "Schema mismatch for real column 'Features': expected a scalar, got Vector<Single, 2>. " +
            "Leave the column out, for example with DropColumns.",
            vectors, vectors);
        AssertRefused("The synthetic table must have rows, but it is empty.", real, ML.Data.FilterRowsByColumn(real, "Age", lowerBound: 5));
        AssertRefused("Could not find label column 'Income'. The columns are: 'Age', 'Sex'.", real, real, label: "Income");
    }

    private static EvaluatedTable Read(IDataView view) => new EvaluatedTableReader(view.Schema).Read("real", view);

    private static IDataView View<T>(params T[] rows) where T : class => ML.Data.LoadFromEnumerable(rows);

    private static string Texts(EvaluatedCategories column) => string.Join(',', column.Codes.Select(code => column.Categories[code]));

    private static void AssertRefused(string message, IDataView real, IDataView synthetic, IDataView? test = null, string? label = null) =>
        Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(() => ML.Gan().EvaluateTabular(real, synthetic, test, label)).Message);
}
