namespace Gan.Onnx.Tests.Tabular;

/// <summary>What is given as texts by column.</summary>
[TestClass]
public sealed class WhereTests
{
    private const int Rows = 300;

    [TestMethod]
    [DataRow("Job", "pilot", "pilot")]
    [DataRow("Job", "smith, née Ünal", "smith, née Ünal")]
    [DataRow("Job", "", "")]
    [DataRow("Job", "*", "*")]          // a category of the column
    [DataRow("Sex", "male", "male")]
    [DataRow("Wealth", "", "NaN")]
    [DataRow("Rate", "1E-05", "1E-05")]
    [DataRow("Rate", "", "NaN")]
    [DataRow("Share", "0.30000000000000004", "0.30000000000000004")]
    [DataRow("Tiny", "-128", "-128")]
    [DataRow("Short", "3", "3")]
    [DataRow("Int", "2147483647", "2147483647")]
    [DataRow("Long", "9223372036854775807", "9223372036854775807")]
    [DataRow("Byte", "255", "255")]
    [DataRow("UShort", "65535", "65535")]
    [DataRow("UInt", "4294967295", "4294967295")]
    [DataRow("ULong", "18446744073709551615", "18446744073709551615")]
    [DataRow("Is", "False", "False")]
    [DataRow("Grade", "high", "3")]
    [DataRow("Grade", "", "0")]
    [DataRow("Small", "9", "9")]
    [DataRow("Large", "2", "2")]
    [DataRow("Span", "00:01:30", "900000000")]
    [DataRow("Seen", "", "0")]
    [DataRow("Rate", "2.50", "2.5")]    // another text of a category
    [DataRow("Is", "false", "False")]
    [DataRow("Seen", "2024-03-01 12:30", "638448930000000000")]
    public void Where_OfOneColumn_HoldsInEveryRowAndLeavesTheOthers(string column, string text, string cell)
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());
        var free = generator.Sample(Rows, seed: 2).Cells();

        var given = generator.Sample(Rows, seed: 2, Where((column, text))).Cells();

        var index = generator.Schema[column].Index;
        Assert.IsTrue(free.Any(row => row[index] != cell));
        foreach (var row in free) row[index] = cell;
        TableGraphs.AreSame(free, given);
    }

    [TestMethod]
    [DataRow("Wealth", "NaN")]
    [DataRow("Rate", "NaN")]
    [DataRow("Grade", "0")]
    [DataRow("Seen", "0")]
    public void Where_Present_LeavesNoCellMissing(string column, string missing)
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());

        var cells = generator.Sample(Rows, where: Where((column, TabularGenerator.Present))).Column(column);

        Assert.IsGreaterThan(10, generator.Sample(Rows).Column(column).Count(cell => cell == missing));
        Assert.IsFalse(cells.Contains(missing));
        Assert.IsGreaterThan(1, cells.Distinct().Count());
    }

    [TestMethod]
    public void Where_PresentInAColumnWithoutMissingCells_ChangesNothing()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());

        TableGraphs.AreSame(generator.Sample(Rows).Cells(), generator.Sample(Rows, where: Where(("Sex", "*"), ("Day", "*"))).Cells());
    }

    [TestMethod]
    public void Where_OfManyColumns_HoldsOfAll()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());

        var where = Where(("Job", "cook"), ("Wealth", "*"), ("Is", "True"), ("Grade", "low"), ("Day", "2024-02-29T12:30:00.0000000"));
        var cells = generator.Sample(Rows, where: where)
            .Cells("Job", "Is", "Grade", "Day");

        Assert.HasCount(Rows, cells);
        foreach (var row in cells) CollectionAssert.AreEqual(new[] { "cook", "True", "1", $"{TableGraphs.Day.Ticks}" }, row);
    }

    [TestMethod]
    public void Where_Nothing_IsTheFreeSample()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());

        TableGraphs.AreSame(generator.Sample(20).Cells(), generator.Sample(20, where: Where()).Cells());
    }

    [TestMethod]
    public void Where_DateWithoutATime_IsWrittenAsItsDay()
    {
        var day = new DateTime(2024, 2, 29);
        using var generator = TableGraphs.Load(new TableGraph(1)
            .Whole("Day", TabularValueType.DateTime, true, ($"{day:o}", day.Ticks), ($"{day.AddDays(1):o}", day.AddDays(1).Ticks)));

        var cells = generator.Sample(20, where: Where(("Day", "2024-03-01"))).Column("Day");

        Assert.IsTrue(cells.All(cell => cell == $"{day.AddDays(1).Ticks}"));
        Assert.AreEqual(
            "The value given for column 'Day' must be one of '2024-02-29', '2024-03-01', '' (missing), '*' (not missing), but was '2024-03-02'. " +
            "(Parameter 'where')",
            Assert.ThrowsExactly<ArgumentException>(() => generator.Sample(1, where: Where(("Day", "2024-03-02")))).Message);
    }

    [TestMethod]
    public void Where_SeveralFaults_ListsAllWithWhatFits()
    {
        using var generator = TableGraphs.Load(new TableGraph(8)
            .Texts("Job", true, "cook", "pilot")
            .Texts("Sex", false, "female", "male")
            .Texts("City", true, [.. Enumerable.Range(1, 14).Select(number => $"c{number}")])
            .Numbers("Wealth", true)
            .Numbers("Height", false));

        var refusal = Assert.ThrowsExactly<ArgumentException>(() => generator.Sample(
            1, where: Where(("Job", "Cook"), ("City", "c15"), ("Sex", ""), ("Wealth", "39"), ("Height", "1.8"), ("Jobs", "cook"), ("City ", null!))));

        CollectionAssert.AreEqual(
            new[]
            {
                "The value given for column 'Job' must be one of 'cook', 'pilot', '' (missing), '*' (not missing), but was 'Cook'.",
                "The value given for column 'City' must be one of 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10', 4 more, " +
                "'' (missing), '*' (not missing), but was 'c15'.",
                "The value given for column 'Sex' must be one of 'female', 'male', '*' (not missing), but was ''.",
                "The value given for column 'Wealth' must be one of '' (missing), '*' (not missing), since it has numbers instead of categories, " +
                "but was '39'.",
                "A given column must be one of 'Job', 'Sex', 'City', 'Wealth', but was 'Height', which cannot be given.",
                "A given column must be one of 'Job', 'Sex', 'City', 'Wealth', but was 'Jobs', which the generator does not make.",
                "A given column must be one of 'Job', 'Sex', 'City', 'Wealth', but was 'City ', which the generator does not make. " +
                "(Parameter 'where')",
            },
            refusal.Message.Split(Environment.NewLine));
    }

    [TestMethod]
    public void Where_NullText_IsRefused()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());

        Assert.AreEqual(
            "The value given for column 'Sex' must be one of 'female', 'male', '*' (not missing), but was null. (Parameter 'where')",
            Assert.ThrowsExactly<ArgumentException>(() => generator.Sample(1, where: Where(("Sex", null!)))).Message);
    }

    [TestMethod]
    public void Where_NoColumnCanBeGiven_SaysSo()
    {
        using var generator = TableGraphs.Load(new TableGraph(1).Numbers("Height", false));

        Assert.AreEqual(
            "No column of this generator can be given, but 'Height' was. (Parameter 'where')",
            Assert.ThrowsExactly<ArgumentException>(() => generator.Sample(1, where: Where(("Height", "")))).Message);
    }

    private static Dictionary<string, string> Where(params (string Column, string Text)[] given) =>
        given.ToDictionary(pair => pair.Column, pair => pair.Text);
}
