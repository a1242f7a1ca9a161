namespace Microsoft.ML.Gan.Tests.Tabular.Rules;

/// <summary>Rules that a table breaks, or that do not fit it, are refused with a sentence.</summary>
[TestClass]
public sealed class TabularRuleRefusalTests
{
    private static readonly TestTable Table = new TestTable(60)
        .Add("A", row => row is 3 or 16 ? 100 : row)
        .Add("B", row => row + row % 7)
        .Add("C", row => 2 * row + row % 7)
        .Add("D", row => new DateTime(2020, 1, 1).AddDays(row * row))
        .Texts("E", row => $"e{row % 3}")
        .Texts("F", row => row == 4 ? "" : $"f{row % 4}")
        .Add("G", row => row % 2 == 0 ? 1 : 0);

    [TestMethod]
    public void Fit_RowsThatBreakARule_IsRefusedWithTheirNumbers()
    {
        Assert.AreEqual(
            "The rule 'A <= B' must hold of all training rows, but 2 of 60 break it: rows 4, 17. Correct or drop them, or learn from the other " +
            "rows with RuleBreakers = LeaveOut.", Fault("A <= B"));
        Assert.AreEqual(
            "The rule 'unique: E' must hold of all training rows, but 57 of 60 break it: first rows 4, 5, 6, 7, 8. Correct or drop them, or learn " +
            "from the other rows with RuleBreakers = LeaveOut.", Fault("unique: E"));
    }

    [TestMethod]
    public void Fit_RowsThatBreakARuleAndAreLeftOut_LearnsFromTheOthers()
    {
        var options = TestTables.Quick(2) with { Rules = [TabularRules.Parse("A <= B")], RuleBreakers = TabularRuleBreakers.LeaveOut };

        using var gan = TestTables.Train(Table, options);

        RuledTable.AssertKept(options.Rules, gan.Generator.Sample(300), Table);
        Assert.IsLessThan(60, gan.Generator.Sample(300).Numbers("A").Max());
    }

    [TestMethod]
    [DataRow("A < Z", "The rule 'A < Z' must name columns of the table, but names 'Z'. The columns are: 'A', 'B', 'C', 'D', 'E', 'F', 'G'.")]
    [DataRow("E < 4", "Column 'E' of the rule 'E < 4' must be of numbers, dates or spans of time, but is String. Convert it, or leave the rule out.")]
    [DataRow(
        "B <= D", "Columns 'B' and 'D' of the rule 'B <= D' must be of one kind, but are Int32 and DateTime. " +
            "Convert one, or leave the rule out.")]
    [DataRow(
        "D > 5", "The constant '5' of the rule '5 < D' must be such as column 'D' has, which is DateTime. Write dates as 2024-02-29.")]
    [DataRow(
        "combinations: E, F", "Column 'F' must have no missing cells for the rule 'combinations: E, F', but has 1, the first in row 5. " +
            "Fill them, or leave the rule out.")]
    [DataRow("B <= C; C <= B", "The rule 'C <= B' must hold of all training rows, but 59 of 60 break it: first rows 2, 3, 4, 5, 6. " +
        "Correct or drop them, or learn from the other rows with RuleBreakers = LeaveOut.")]
    public void Fit_RuleThatDoesNotFit_SaysWhatMust(string rules, string message) => Assert.AreEqual(message, Fault(rules));

    [TestMethod]
    public void Fit_RolesOrRulesThatContradict_SaysWhichColumn()
    {
        var categorical = new Dictionary<string, TabularColumnRole> { ["B"] = TabularColumnRole.Categorical };

        Assert.AreEqual(
            "Column 'B' must be of numbers for the rule 'B <= C', but ColumnRoles says Categorical. " +
            "Leave its role to be inferred, or leave the rule out.",
            Fault("B <= C", TestTables.Quick(2) with { ColumnRoles = categorical }));
        Assert.AreEqual(
            "Column 'B' must be learnt for the rule 'B <= C', but it names rows or is not among the columns to learn. Give it another role in " +
            "ColumnRoles, or leave the rule out.", Fault("B <= C", TestTables.Quick(2) with { ColumnNames = ["A", "C"] }));
        Assert.AreEqual(
            "Column 'G' must be of the rule 'combinations: E, G' or of fixed combinations, but is of both. Leave one of the rules out.",
            Fault("combinations: E, G; G <= C", data: Above(1)));
    }

    [TestMethod]
    public void Options_NullRule_IsRefused() => Assert.Contains(
        "Rules must have no null. Leave it out.",
        Assert.ThrowsExactly<ArgumentException>(() => TestTables.Train(Table, TestTables.Quick(2) with { Rules = [null!] })).Message);

    private static TestTable Above(int least) => new TestTable(60)
        .Texts("E", row => $"e{row % 3}").Add("G", row => row % 2).Add("C", row => row + least + row % 5);

    private static string Fault(string rules, TabularGanTrainer.Options? options = null, IDataView? data = null) =>
        Assert.ThrowsExactly<ArgumentException>(() => TestTables.Train(
            data ?? Table, (options ?? TestTables.Quick(2)) with { Rules = TabularRules.ParseAll(rules.Split(';')) })).Message;
}
