using Gan.Onnx;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>Samples under conditions: what is given comes out in each row, and the others follow it.</summary>
[TestClass]
public sealed class TabularConditionTests
{
    private const int Rows = 1000;

    private static TabularGanTransformer? _every, _groups;

    [ClassInitialize]
    public static void Train(TestContext _)
    {
        _every = TestTables.Train(TestTables.EveryType());
        _groups = TestTables.Train(TestTables.Groups(), TestTables.Quick(1000) with { Width = 64, BatchSize = 200, EmaHalfLifeInSamples = 10_000 });
    }

    [ClassCleanup]
    public static void Free()
    {
        _every?.Dispose();
        _groups?.Dispose();
    }

    [TestMethod]
    [DataRow("Job=pilot")]
    [DataRow("Job=Ünal & sons")]
    [DataRow("Job=")]
    [DataRow("Job=*")]
    [DataRow("Few=2.5;Boolean=True")]
    [DataRow("Few=;KeyUInt32=b")]
    [DataRow("Double=;FewUInt64=18446744073709551614;KeyByte=3")]
    [DataRow("Double=*;Many=name 17;City=city 3")]
    [DataRow("Many=;ConstantOrMissing=yes;KeyUInt64=9")]
    [DataRow("ConstantOrMissing=;KeyUInt16=w;KeyByte=")]
    [DataRow("LevelCode=10")]
    [DataRow("LevelCode=20;Job=cook;Double=*")]
    [DataRow("Level=mid")]
    [DataRow("Constant=same")]
    [DataRow("Constant=*;ConstantOrMissing=*;Job=cook")]
    public void Where_OneToThreeColumns_HoldsInEveryRow(string conditions)
    {
        var where = Parse(conditions);

        var sample = _every!.Generator.Sample(Rows, seed: 3, where);

        foreach (var (name, text) in where)
        {
            var keys = TextAnnotations.Read(sample.Schema[name].Annotations, "KeyValues")?.ToList();
            var missing = name is "Few" or "Double" ? "NaN" : name.StartsWith("Key", StringComparison.Ordinal) ? "0" : "";
            foreach (var cell in sample.Texts(name))
            {
                if (text == "*") Assert.AreNotEqual(missing, cell, name);
                else Assert.AreEqual(text.Length == 0 ? missing : keys is null ? text : $"{keys.IndexOf(text) + 1}", cell, name);
            }
        }
    }

    [TestMethod]
    public void Where_ColumnOfNumbersWithoutMissingCells_CannotBeGivenAsMissing() => StringAssert.Contains(
        Assert.ThrowsExactly<ArgumentException>(() => _every!.Generator.Sample(1, where: Parse("Level=mid;Latent="))).Message,
            "'Latent' must be a value as '30', or a range as '30..40', '>=30' or '<30', but was ''.");

    [TestMethod]
    public void Where_TheOnlyValueOfAColumn_ChangesNothing()
    {
        var (free, given) = (_every!.Generator.Sample(Rows, seed: 3), _every.Generator.Sample(Rows, seed: 3, Parse("Constant=same")));

        foreach (var column in free.Schema) CollectionAssert.AreEqual(free.Texts(column.Name), given.Texts(column.Name), column.Name);
    }

    [TestMethod]
    [DataRow("Constant", "'same', '*' (not missing)")]
    [DataRow("ConstantOrMissing", "'yes', '' (missing), '*' (not missing)")]
    public void Where_AnotherThanTheOnlyValue_IsRefusedWithThoseThatFit(string column, string fitting)
    {
        var failure = Assert.ThrowsExactly<ArgumentException>(() => _every!.Generator.Sample(1, where: Parse($"{column}=other")));

        Assert.AreEqual($"The value given for column '{column}' must be one of {fitting}, but was 'other'. (Parameter 'where')", failure.Message);
    }

    [TestMethod]
    public void Sample_TableOfAnotherThanTheOnlyValue_IsRefusedAtItsRow()
    {
        string[] given = ["same", "*", "other"];
        var sample = _every!.Generator.Sample(new TestTable(3).Texts("Constant", row => given[row]));

        var failure = Assert.ThrowsExactly<InvalidOperationException>(() => sample.GetColumn<string>("Constant").ToList());

        Assert.AreEqual("The condition column 'Constant' must have one of 'same', '*' (not missing), but had 'other' in row 3.", failure.Message);
    }

    [TestMethod]
    public void Where_DerivedColumn_LeavesOnlySourcesThatLeadToIt() =>
        Assert.AreEqual("10", string.Join(", ", _every!.Generator.Sample(Rows, where: Parse("Level=mid")).Texts("LevelCode").Distinct()));

    [TestMethod]
    [DataRow("a", 0.0, 0.5, 0.0, 0.1)]
    [DataRow("b", 4.0, 1.0, 0.5, 0.2)]
    public void Where_Group_OtherColumnsFollowIt(string group, double mean, double meanTolerance, double missing, double missingTolerance)
    {
        var sample = _groups!.Generator.Sample(Rows, seed: 4, new Dictionary<string, string> { ["Group"] = group });

        Assert.AreEqual(mean, sample.Numbers("Number").Average(), meanTolerance);
        Assert.AreEqual(missing, sample.Numbers("Size").Count(double.IsNaN) / (double)Rows, missingTolerance);
    }

    [TestMethod]
    public void Where_MissingSize_ComesWithTheGroupThatLacksIt() =>
        Assert.IsGreaterThan(
            0.85, _groups!.Generator.Sample(Rows, where: new Dictionary<string, string> { ["Size"] = "" }).Texts("Group").Count(
                group => group == "b") / (double)Rows);

    [TestMethod]
    public void Sample_TableOfConditions_GivesARowForEach()
    {
        string[] groups = ["a", "b", ""], colours = ["red", "", "*", "blue"];
        var conditions = new TestTable(Rows).Texts("Colour", row => colours[row % 4]).Texts("Group", row => groups[row % 2]);

        var sample = _groups!.Generator.Sample(conditions, seed: 5);

        var (group, colour) = (sample.Texts("Group"), sample.Texts("Colour"));
        Assert.HasCount(Rows, group);
        for (var row = 0; row < Rows; row++)
        {
            Assert.AreEqual(groups[row % 2], group[row]);
            if (row % 4 == 2) Assert.AreNotEqual("", colour[row]);
            else Assert.AreEqual(colours[row % 4], colour[row]);
        }
    }

    [TestMethod]
    public void Fit_ClassOfOneInAThousand_IsMadeAtItsRateAndOnRequest()
    {
        var random = new Random(21);
        var data = new TestTable(5000).Texts("Class", row => row % 1000 == 7
            ? "rare"
            : "common").Add("N", row => (row % 1000 == 7 ? 5 : 0) + TestTables.Normal(random));

        using var gan = TestTables.Train(data, TestTables.Quick(100));

        var rare = gan.Generator.Sample(20_000).Texts("Class").Count(name => name == "rare");
        Assert.IsTrue(rare is > 4 and < 100, $"20 of 20,000 are expected, and {rare} were made.");
        Assert.IsTrue(
            gan.Generator.Sample(500, where: new Dictionary<string, string> { ["Class"] = "rare" }).Texts("Class").All(name => name == "rare"));
    }

    private static Dictionary<string, string> Parse(string conditions) =>
        conditions.Split(';').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
}
