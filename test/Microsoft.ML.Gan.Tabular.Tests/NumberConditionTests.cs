using System.Globalization;
using Gan.Onnx;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>Conditions on numbers, dates and ranges, and on several categories.</summary>
[TestClass]
public sealed class NumberConditionTests
{
    private const int Rows = 300, Few = 60;

    private static TabularGenerator Generator => LinkedTable.Generator;

    [TestMethod]
    [DataRow("X", "0.5", 0.5, 0.5)]                        // between two made values
    [DataRow("X", "0.1234567", 0.1234567, 0.1234567)]      // between two points of its grid
    [DataRow("X", "-1..1", -1, 1)]
    [DataRow("X", ">= 1.5", 1.5, 100)]
    [DataRow("X", "-9..-8", -9, -8)]                       // beyond the table
    [DataRow("Hours", "20", 20, 20)]                       // many rows have it
    [DataRow("Hours", "45..50|20", 20, 50)]
    [DataRow("Hours", ">1000", 1001, 1001)]
    [DataRow("Hours", "<30", 0, 29)]
    [DataRow("Score", "0.25", 0.25, 0.25)]                 // not missing, then
    public void Where_OnANumber_HoldsInEveryRow(string column, string text, double least, double greatest)
    {
        var made = Numbers(Generator.Sample(Few, seed: 3, Where((column, text))), column);

        Assert.HasCount(Few, made);
        foreach (var number in made) Assert.IsTrue(number >= least - 1e-7 && number <= greatest + 1e-7, $"{number}");
    }

    [TestMethod]
    [DataRow("2024-02-29", "2024-02-29", "2024-02-29")]
    [DataRow("2024-03-01..2024-03-31", "2024-03-01", "2024-03-31")]
    [DataRow("<2024-01-05", "2024-01-01", "2024-01-04")]
    public void Where_OnADate_HoldsInEveryRow(string text, string first, string last)
    {
        var days = Generator.Sample(Few, seed: 3, Where(("Day", text))).GetColumn<DateTime>("Day").ToList();

        var (least, greatest) = (DateTime.Parse(first, CultureInfo.InvariantCulture), DateTime.Parse(last, CultureInfo.InvariantCulture));
        foreach (var day in days) Assert.IsTrue(day >= least && day <= greatest, $"{day:o}");
    }

    [TestMethod]
    public void Where_SeveralCategories_GivesThoseAlone() => CollectionAssert.AreEquivalent(
        new[] { "red", "blue" }, Generator.Sample(Rows, seed: 3, Where(("Colour", "red|blue"))).Texts("Colour").Distinct().ToArray());

    [TestMethod]
    public void Where_SeveralColumns_AllHold()
    {
        var made = TestRows.MLContext.Data.Cache(
            Generator.Sample(Few, seed: 3, Where(("Group", "b"), ("X", "0..1"), ("Colour", "green|"), ("Day", ">=2024-07-01"))));

        Assert.IsTrue(made.Texts("Group").All(group => group == "b"));
        Assert.IsTrue(made.Numbers("X").All(x => x is >= 0 and <= 1));
        Assert.IsTrue(made.Texts("Colour").All(colour => colour is "green" or ""));
        Assert.IsTrue(made.GetColumn<DateTime>("Day").All(day => day >= new DateTime(2024, 7, 1)));
    }

    [TestMethod]
    [DataRow("a", -1.0, -2.0)]
    [DataRow("a", 1.0, 2.0)]
    [DataRow("b", 0.5, 4.0)]
    public void Where_X_YHasItsConditionalMean(string group, double x, double mean)
    {
        var made = Numbers(
            Generator.Sample(Rows, seed: 3, Where(("Group", group), ("X", x.ToString(CultureInfo.InvariantCulture)))), "Y");

        Assert.AreEqual(mean, made.Average(), 0.5);
        Assert.IsLessThan(1.4, Math.Sqrt(made.Average(y => Math.Pow(y - made.Average(), 2))));
    }

    [TestMethod]
    public void Where_HoursOfOneGroup_GivesThatGroup() =>
        Assert.IsGreaterThan(0.9, Generator.Sample(Rows, where: Where(("Hours", "20"))).Texts("Group").Count(group => group == "b") / (double)Rows);

    [TestMethod]
    [DataRow("X", "0.5")]
    [DataRow("Hours", ">1000")]
    [DataRow("Colour", "red|blue")]
    public void Where_LongerSample_BeginsWithTheShorterOne(string column, string text)
    {
        var (shorter, longer) = (Cells(8, 7), Cells(30, 7));

        CollectionAssert.AreEqual(shorter, longer.Take(8).ToArray());
        CollectionAssert.AreNotEqual(shorter, Cells(8, 8));

        string[] Cells(int count, int seed)
        {
            var rows = Generator.Sample(count, seed, Where((column, text)));
            return [.. Enumerable.Range(0, count).Zip(Lines(rows)).Select(pair => pair.Second)];
        }
    }

    [TestMethod]
    [DataRow("X", "abc", "'X' must be a value as '30', or a range as '30..40', '>=30' or '<30', but was 'abc'.")]
    [DataRow("X", "3..1", "but was '3..1'")]
    [DataRow("X", "", "but was ''")]
    [DataRow("Hours", "20.5", "but was '20.5'")]
    [DataRow("Day", "2024-13-01", "'Day' must be a value as '2024-02-29'")]
    [DataRow("Score", ">", "'' (missing) or '*' (not missing)")]
    [DataRow("Colour", "red|pink", "but was 'red|pink'")]
    public void Where_WhatDoesNotFit_IsRefusedWithWhatWould(string column, string text, string message) => StringAssert.Contains(
        Assert.ThrowsExactly<ArgumentException>(() => Generator.Sample(1, where: Where((column, text)))).Message, message);

    [TestMethod]
    public void Where_SeveralFaults_AreAllTold()
    {
        var failure = Assert.ThrowsExactly<ArgumentException>(() => Generator.Sample(1, where: Where(("X", "x"), ("Day", "y"), ("Nothing", "z"))));

        foreach (var name in new[] { "'X'", "'Day'", "'Nothing'" }) StringAssert.Contains(failure.Message, name);
    }

    [TestMethod]
    public void CreateBatch_ConditionOnANumber_IsRefusedWithWhatToDo() => StringAssert.Contains(
        Assert.ThrowsExactly<ArgumentException>(() => Generator.CreateBatch(5, Where(("X", "0.5")))).Message, "Use Sample");

    [TestMethod]
    public void Sample_CellsOfNumbers_ComeOutRowByRow()
    {
        double[] x = [.. Enumerable.Range(0, 40).Select(row => row / 20.0 - 1)];
        var given = new TestTable(40).Add("X", row => x[row]).Texts("Group", row => row % 2 == 0 ? "a" : "b")
            .Add("Score", row => row % 4 == 0 ? float.NaN : 0.5f);

        var made = Generator.Sample(given, seed: 2);

        CollectionAssert.AreEqual(x, made.Numbers("X"));
        CollectionAssert.AreEqual(Enumerable.Range(0, 40).Select(row => row % 2 == 0 ? "a" : "b").ToArray(), made.Texts("Group").ToArray());
        CollectionAssert.AreEqual(Enumerable.Range(0, 40).Select(row => row % 4 == 0 ? "NaN" : "0.5").ToArray(), made.Texts("Score").ToArray());
        var errors = Numbers(made, "Y").Select((y, row) => y - 2 * x[row] - (row % 2 == 0 ? 0 : 3)).ToList();
        Assert.AreEqual(0, errors.Average(), 0.4);
        Assert.IsLessThan(1.4, Math.Sqrt(errors.Average(error => error * error)));
    }

    [TestMethod]
    public void Sample_CellsInAnyBatch_AreTheSameRows()
    {
        var given = new TestTable(40).Add("X", row => row / 10.0);

        var (few, all) = (Lines(Generator.Sample(new TestTable(10).Add("X", row => row / 10.0), 4)), Lines(Generator.Sample(given, 4)));

        CollectionAssert.AreEqual(few, all.Take(10).ToArray());
    }

    internal static string[] Lines(IDataView rows)
    {
        rows = TestRows.MLContext.Data.Cache(rows);
        string[][] columns = [.. rows.Schema.Select(column => rows.Texts(column.Name).ToArray())];
        return [.. Enumerable.Range(0, columns[0].Length).Select(row => string.Join(';', columns.Select(column => column[row])))];
    }

    internal static double[] Numbers(IDataView rows, string column) =>
        [.. rows.Texts(column).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    private static Dictionary<string, string> Where(params (string Column, string Text)[] cells) =>
        cells.ToDictionary(cell => cell.Column, cell => cell.Text);
}
