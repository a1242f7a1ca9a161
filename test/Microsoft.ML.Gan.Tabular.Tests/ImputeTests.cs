using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>Missing cells filled by what is known of their rows.</summary>
[TestClass]
public sealed class ImputeTests
{
    private const int Rows = 120;

    private static readonly TestTable Whole = LinkedTable.Of(Rows, seed: 41);

    [TestMethod]
    public void Impute_RowsWithGaps_KeepsWhatIsKnownAndLeavesNothingMissing()
    {
        var (x, groups, scores) = (Whole.Numbers("X"), Whole.Texts("Group").ToArray(), Scores(Whole));
        var days = Whole.GetColumn<DateTime>("Day").ToArray();
        var gaps = new TestTable(Rows).Add("Id", row => row)
            .Add("X", row => row % 2 == 0 ? double.NaN : x[row]).Texts("Group", row => row % 3 == 0 ? "" : groups[row])
            .Add("Day", row => row % 5 == 0 ? default : days[row].AddMinutes(1)).Add("Score", row => scores[row]);

        var filled = TestRows.MLContext.Data.Cache(LinkedTable.Generator.Impute(gaps, seed: 3));

        CollectionAssert.AreEqual(
            new[] { "Id", "X", "Group", "Day", "Score", "Y", "Hours", "Colour" }, filled.Schema.Select(column => column.Name).ToArray());
        CollectionAssert.AreEqual(Enumerable.Range(0, Rows).ToArray(), filled.GetColumn<int>("Id").ToArray());
        var (newX, newGroups, newDays, newScores) = (
            filled.Numbers("X"), filled.Texts("Group").ToArray(), filled.GetColumn<DateTime>("Day").ToArray(), Scores(filled));
        for (var row = 0; row < Rows; row++)
        {
            if (row % 2 != 0) Assert.AreEqual(x[row], newX[row]);
            if (row % 3 != 0) Assert.AreEqual(groups[row], newGroups[row]);
            if (row % 5 != 0) Assert.AreEqual(days[row].AddMinutes(1), newDays[row]);
            if (!float.IsNaN(scores[row])) Assert.AreEqual(scores[row], newScores[row]);
        }
        Assert.IsFalse(newX.Any(double.IsNaN) || newScores.Any(float.IsNaN) || newDays.Contains(default) || newGroups.Contains(""));
        Assert.IsFalse(filled.Texts("Colour").Contains(""));
    }

    [TestMethod]
    public void Impute_ColumnsThatTellOfEachOther_AreFarNearerThanTheirMeans()
    {
        var y = Whole.GetColumn<float>("Y").ToArray();
        var x = Whole.Numbers("X");
        var groups = Whole.Texts("Group").ToArray();
        var gaps = new TestTable(Rows).Texts("Group", row => groups[row]).Add("X", row => row % 2 == 0 ? double.NaN : x[row])
            .Add("Y", row => row % 2 == 0 ? y[row] : float.NaN);

        var filled = TestRows.MLContext.Data.Cache(LinkedTable.Generator.Impute(gaps, seed: 3));

        var (newX, newY) = (filled.Numbers("X"), filled.GetColumn<float>("Y").ToArray());
        Assert.IsLessThan(0.75 * Error(row => x[row] - x.Average(), 0), Error(row => x[row] - newX[row], 0));
        Assert.IsLessThan(0.75 * Error(row => y[row] - y.Average(), 1), Error(row => y[row] - newY[row], 1));

        double Error(Func<int, double> difference, int rest) =>
            Math.Sqrt(Enumerable.Range(0, Rows).Where(row => row % 2 == rest).Average(row => Math.Pow(difference(row), 2)));
    }

    [TestMethod]
    public void Impute_SameSeed_GivesTheSameCells_AndAnotherOthers()
    {
        var gaps = new TestTable(12).Add("X", row => row / 10.0);

        string[] first = NumberConditionTests.Lines(LinkedTable.Generator.Impute(gaps, 1)), again = NumberConditionTests.Lines(
            LinkedTable.Generator.Impute(gaps, 1));
        var fewer = NumberConditionTests.Lines(LinkedTable.Generator.Impute(new TestTable(5).Add("X", row => row / 10.0), 1));

        CollectionAssert.AreEqual(first, again);
        CollectionAssert.AreEqual(fewer, first.Take(5).ToArray());
        CollectionAssert.AreNotEqual(first, NumberConditionTests.Lines(LinkedTable.Generator.Impute(gaps, 2)));
    }

    [TestMethod]
    public void Impute_UnknownCategory_StaysAndTheOthersAreFilled()
    {
        var filled = LinkedTable.Generator.Impute(new TestTable(20).Texts("Colour", _ => "mauve").Add("X", _ => double.NaN));

        Assert.IsTrue(filled.Texts("Colour").All(colour => colour == "mauve"));
        Assert.IsFalse(filled.Numbers("X").Any(double.IsNaN));
    }

    [TestMethod]
    public void Impute_NoColumnOfTheTable_IsRefusedWithItsNames() => StringAssert.Contains(
        Assert.ThrowsExactly<ArgumentException>(() => LinkedTable.Generator.Impute(new TestTable(3).Add("Other", row => row))).Message,
        "'Group', 'X', 'Y'");

    [TestMethod]
    public void Impute_WholeNumbersWithGaps_ComeAsNumbersOrTextsThatStandForThem()
    {
        var numbers = LinkedTable.Generator.Impute(new TestTable(9).Add("Hours", row => row % 2 == 0 ? double.NaN : 20.0));
        var texts = LinkedTable.Generator.Impute(new TestTable(9).Texts("Hours", row => row % 2 == 0 ? "" : "20"));

        foreach (var filled in new[] { numbers, texts })
        {
            Assert.AreEqual(NumberDataViewType.Int32, filled.Schema["Hours"].Type);
            Assert.IsTrue(filled.GetColumn<int>("Hours").Index().All(hours => hours.Index % 2 == 0 ? hours.Item > 0 : hours.Item == 20));
        }
    }

    [TestMethod]
    public void Impute_TextThatIsNoNumber_IsRefusedWithItsRow() => StringAssert.Contains(
        Assert.ThrowsExactly<InvalidOperationException>(() => LinkedTable.Generator.Impute(
            new TestTable(3).Texts("Hours", row => row == 1 ? "20.5" : "")).GetColumn<int>("Hours").ToList()).Message,
        "Column 'Hours' must have values of Int32, or missing ones, but had '20.5' in row 2.");

    [TestMethod]
    public void Impute_ColumnOfAnotherType_IsRefused() => StringAssert.Contains(
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => LinkedTable.Generator.Impute(new TestTable(3).Add("Colour", row => row))).Message,
        "Schema mismatch for table column 'Colour': expected String, got Int32");

    private static float[] Scores(IDataView rows) => [.. rows.GetColumn<float>("Score")];
}
