using Gan.Onnx.Rules;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Tabular.Rules;

/// <summary>Rules hold of every row that is made, however little the networks have learnt.</summary>
[TestClass]
public sealed class TabularRuleTests
{
    private const int Made = 800;

    private static readonly WarningLog Log = new();
    private static readonly TestTable Table = RuledTable.Table();
    private static readonly TabularGanTransformer Gan = Log.MLContext.Gan()
        .TrainTabular(Table, TestTables.Quick(15) with { Rules = RuledTable.Rules, MinimumCategoryRows = 5 });

    private static byte[] File
    {
        get
        {
            using var stream = new MemoryStream();
            Gan.Generator.Save(stream);
            return stream.ToArray();
        }
    }

    [ClassCleanup]
    public static void Dispose() => Gan.Dispose();

    [TestMethod]
    public void Sample_TrainedWithRulesOfEveryKind_KeepsEachInEveryRow()
    {
        var rows = TestRows.MLContext.Data.Cache(Gan.Generator.Sample(200, seed: 5));

        RuledTable.AssertKept(RuledTable.Rules, rows, Table);
        Assert.IsGreaterThan(20, rows.Numbers("Price").Distinct().Count());
        Assert.AreEqual(0.2, rows.Numbers("Mid").Average(number => double.IsNaN(number) ? 1 : 0), 0.12);
    }

    [TestMethod]
    public void File_RunByOnnxRuntimeAlone_KeepsTheRulesThatItHas()
    {
        var rows = RuledTable.Raw(File, Made, seed: 3);

        var broken = RuledTable.Breakers(RuledTable.Rules, rows, Table);
        CollectionAssert.AreEquivalent(RuledTable.Rules.Where(rule => rule.Keeping != RuleKeeping.File).ToList(), broken.Keys.ToList());
    }

    [TestMethod]
    public void Sample_OneRowMore_BeginsWithTheSameRows()
    {
        var (few, more) = (Gan.Generator.Sample(60, seed: 5), Gan.Generator.Sample(61, seed: 5));

        foreach (var name in new[] { "First", "Total", "Town", "Age" }) CollectionAssert.AreEqual(few.Texts(name), more.Texts(name)[..60], name);
    }

    [TestMethod]
    public void Sample_GivenCellsOfJoinedColumns_RuleOutTheOthers()
    {
        var where = new Dictionary<string, string> { ["State"] = "state 2", ["Red"] = "1" };

        var rows = TestRows.MLContext.Data.Cache(Gan.Generator.Sample(100, seed: 1, where));

        Assert.IsTrue(rows.Texts("State").All(text => text == "state 2") && rows.Texts("Red").All(text => text == "1"));
        RuledTable.AssertKept(RuledTable.Rules, rows, Table);
        Assert.IsGreaterThan(1, rows.Texts("Town").Distinct().Count());
    }

    [TestMethod]
    public void Sample_ByRowsOfConditions_KeepsRulesThatRowsAreDrawnAgainFor()
    {
        var given = new TestTable(60).Texts("State", row => $"state {row % 4}");

        var rows = Gan.Generator.Sample(given, seed: 2);

        CollectionAssert.AreEqual(given.Texts("State"), rows.Texts("State"));
        RuledTable.AssertKept(RuledTable.Rules, rows, Table);
    }

    [TestMethod]
    public void Sample_ConditionsOnNumbers_AreRefusedWhereRowsAreDrawnAgain()
    {
        var where = new Dictionary<string, string> { ["Age"] = "30..40" };

        var fault = Assert.ThrowsExactly<ArgumentException>(() => Gan.Generator.Sample(5, where: where));

        StringAssert.Contains(fault.Message, "must have no rules that are kept by drawing again, but the table has 'unique: First, Second'.");
    }

    [TestMethod]
    public void Sample_GivenNumbersOfRules_ComeOutAsGivenAndRaiseTheOthers()
    {
        var options = TestTables.Quick(2) with { Rules = [.. TabularRules.ParseAll(["Low < High < 200", "Total = Net + Tax + Fee"])] };
        using var gan = TestTables.Train(Table, options);

        var rows = TestRows.MLContext.Data.Cache(
            gan.Generator.Sample(40, seed: 1, new Dictionary<string, string> { ["Low"] = "5", ["Net"] = "12.5" }));

        Assert.IsTrue(rows.Numbers("Low").All(number => number == 5) && rows.Numbers("Net").All(number => number == 12.5));
        RuledTable.AssertKept(options.Rules, rows, Table);
    }

    /// <summary>So few rows that no order is learnt without its rule.</summary>
    [TestMethod]
    public void Sample_GivenGreaterNumbers_LowerTheOthers()
    {
        var random = new Random(4);
        int[] low = Draw(50), gap = Draw(60), hours = Draw(20_000), days = Draw(900);
        var table = new TestTable(100)
            .Add("Low", row => (float)low[row])
            .Add("Mid", row => row % 5 == 0 ? float.NaN : low[row] + 1 + gap[row])
            .Add("High", row => low[row] + gap[row] + 1 + 50 * (1 - random.NextDouble()))
            .Add("Top", row => low[row] + gap[row] + 51 + 50 * (1 - random.NextDouble()))
            .Add("Start", row => new DateTime(2020, 1, 1).AddHours(hours[row]))
            .Add("End", row => new DateTime(2020, 1, 2).AddHours(hours[row]).AddDays(days[row]).Date);
        var options = TestTables.Quick(2) with { Rules = [.. TabularRules.ParseAll(["Low <= Mid < High < Top", "Start <= End"])] };
        using var gan = TestTables.Train(table, options);

        var rows = TestRows.MLContext.Data.Cache(
            gan.Generator.Sample(200, seed: 1, new Dictionary<string, string> { ["High"] = "30.5", ["End"] = "2021-01-02" }));

        Assert.IsTrue(rows.GetColumn<double>("High").All(high => high == 30.5));
        Assert.IsTrue(rows.GetColumn<DateTime>("End").All(end => end == new DateTime(2021, 1, 2)));
        RuledTable.AssertKept(options.Rules, rows, table);
        Assert.IsGreaterThan(20, rows.Numbers("Mid").Count(mid => mid == 30));          // of those that would have been more
        Assert.IsGreaterThan(20, rows.GetColumn<DateTime>("Start").Count(start => start.Date == new DateTime(2021, 1, 2)));

        var free = TestRows.MLContext.Data.Cache(gan.Generator.Sample(200, seed: 1));
        RuledTable.AssertKept(options.Rules, free, table);
        Assert.IsFalse(free.Numbers("High").Concat(free.Numbers("Top")).Any(double.IsNaN));

        int[] Draw(int below) => [.. Enumerable.Range(0, 100).Select(_ => random.Next(below))];
    }

    [TestMethod]
    public void Generator_Loaded_TellsAllRulesAndKeepsAllButOnesOwn()
    {
        using var loaded = TestRows.MLContext.Gan().LoadTabularGenerator(new MemoryStream(File));

        var rows = loaded.Sample(300, seed: 5);

        CollectionAssert.AreEqual(RuledTable.Rules.Select(rule => rule.ToString()).ToArray(), loaded.Rules.ToArray());
        var broken = RuledTable.Breakers(RuledTable.Rules, rows, Table);
        Assert.AreEqual(RuledTable.Even, broken.Single().Key);
        Assert.IsGreaterThan(30, broken.Single().Value);
    }

    [TestMethod]
    public void Fit_RulesThatRowsAreDrawnAgainFor_LogsHowOften()
    {
        Assert.IsTrue(Log.Lines.Exists(line => line.EndsWith(
            "of 1,000 rows keep the rule 'custom: even ages are red' as they are made; the others are drawn again.", StringComparison.Ordinal)));
        Assert.IsTrue(Log.Lines.Exists(line => line.Contains("'unique: First, Second'", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Sample_RuleThatHardlyARowKeeps_EndsWithASentence()
    {
        var calls = 0;
        var options = TestTables.Quick(2) with { Rules = [TabularRules.Custom("never", _ => ++calls <= 100)] };
        using var gan = TestTables.Train(new TestTable(100).Add("Number", row => row * row), options);

        var fault = Assert.ThrowsExactly<InvalidOperationException>(() => RuledTable.Breakers([], gan.Generator.Sample(5), Table));

        Assert.AreEqual(
            "The rules 'custom: never' must all hold of some attempt at row 1, but of 101 none did; 0 of the rows before it kept them at once. " +
            "Loosen them, give other cells, or make fewer rows.", fault.Message);
    }
}
