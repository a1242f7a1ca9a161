using System.Globalization;
using System.Text;
using Role = Microsoft.ML.Gan.TabularColumnRole;

namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>Columns that name rows: found, not learnt, made anew.</summary>
[TestClass]
public sealed class IdentifierTests
{
    private const int Rows = 300;

    private static readonly TestTable Table = People();

    [TestMethod]
    public void Fit_ColumnsThatNameRows_AreFoundAndMadeAnew()
    {
        var log = new WarningLog();

        using var gan = log.MLContext.Gan().TrainTabular(Table, TestTables.Quick(5));

        var rows = gan.Generator.Sample(2_000, seed: 4);
        CollectionAssert.AreEqual(Table.Schema.Select(column => (column.Name, column.Type)).ToArray(),
            rows.Schema.Select(column => (column.Name, column.Type)).ToArray());
        foreach (var name in new[] { "Id", "Number", "Long", "Mail" })
        {
            string[] made = [.. rows.Texts(name).Where(text => text.Length > 0)];
            Assert.HasCount(made.Length, made.Distinct(), name);
            Assert.IsEmpty(made.Intersect(Table.Texts(name)), name);
        }
        Assert.AreEqual(0.1, rows.Texts("Mail").Count(text => text.Length == 0) / 2_000.0, 0.03);
        Assert.HasCount(4, log.Warnings);
        Assert.AreEqual(
            "Column 'Number' looks as if it named rows: hardly any of its values occurs twice. It is not learnt, but made anew, as " +
            "'1310'. To learn it all the same, give it another role in ColumnRoles, such as Integer.", log.Warnings[1]);
        CollectionAssert.AreEqual(new[] { "1310", "1311" }, rows.Texts("Number").Take(2).ToArray());
    }

    [TestMethod]
    public void Fit_WithRoles_LearnsAndNamesAsIsSaid()
    {
        var options = TestTables.Quick(5) with
        {
            ColumnRoles = new Dictionary<string, Role>
            {
                ["Id"] = Role.Categorical,
                ["Number"] = Role.Integer,
                ["Long"] = Role.Integer,
                ["Mail"] = Role.Categorical,
                ["Age"] = Role.Identifier,
            },
        };
        var log = new WarningLog();

        using var gan = log.MLContext.Gan().TrainTabular(Table, options);

        var rows = gan.Generator.Sample(500);
        Assert.IsEmpty(log.Warnings);
        Assert.IsEmpty(rows.Texts("Id").Except(Table.Texts("Id")));
        Assert.HasCount(500, rows.Texts("Age").Distinct());
    }

    [TestMethod]
    [DataRow("Is", "The role of column 'Is' must fit its type, but Boolean can't be Identifier. Use Categorical, or leave it to be inferred.")]
    [DataRow("Day", "The role of column 'Day' must fit its type, but DateTime can't be Identifier. Use another role, or leave it to be inferred.")]
    [DataRow("Real", "The role of column 'Real' must fit its type, but Double can't be Identifier. Use another role, or leave it to be inferred.")]
    public void Fit_ColumnsThatCannotNameRows_AreRefused(string name, string message)
    {
        var options = TestTables.Quick(1) with { ColumnRoles = new Dictionary<string, Role> { [name] = Role.Identifier } };

        Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(() => TestTables.Train(Table, options)).Message);
    }

    [TestMethod]
    public void Fit_NothingButIdentifiers_IsRefused()
    {
        var data = new TestTable(100).Add("A", row => row + 1).Texts("B", row => $"{row} of them");

        Assert.AreEqual(
            "The training data must have a column to learn, but each names rows. Add columns, or give one of them another role in ColumnRoles.",
            Assert.ThrowsExactly<ArgumentException>(() => TestTables.Train(data, TestTables.Quick(1))).Message);
    }

    [TestMethod]
    public void Save_ATableWithIdentifiers_HoldsNoneOfThemAndMakesThemAgain()
    {
        using var gan = TestTables.Train(Table, TestTables.Quick(1));
        using var file = new MemoryStream();
        gan.Generator.Save(file);

        var bytes = file.ToArray();
        foreach (var row in Enumerable.Range(0, Rows))
        {
            foreach (var name in new[] { "Id", "Mail" })
                if (Texts(name)[row] is { Length: > 0 } text) Assert.AreEqual(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)), text);
            Assert.AreEqual(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Texts("Long")[row])), "as text");
            Assert.AreEqual(
                -1, bytes.AsSpan().IndexOf(BitConverter.GetBytes(long.Parse(Texts("Long")[row], CultureInfo.InvariantCulture))), "as a number");
        }
        file.Position = 0;
        using var generator = new MLContext().Gan().LoadTabularGenerator(file);
        foreach (var name in new[] { "Id", "Number", "Long", "Mail" })
            CollectionAssert.AreEqual(gan.Generator.Sample(50, 3).Texts(name).ToArray(), generator.Sample(50, 3).Texts(name).ToArray());

        static string[] Texts(string name) => [.. Table.Texts(name)];
    }

    private static TestTable People()
    {
        var random = new Random(9);
        return new TestTable(Rows)
            .Texts("Id", _ => $"P-{random.Next(1_000_000):D6}")
            .Texts("Sex", row => row % 3 == 0 ? "f" : "m")
            .Add("Number", row => 1_001 + row)
            .Add("Age", _ => random.Next(18, 90))
            .Add("Long", row => 4_000_000_000_000 + (row * 7L))
            .Texts("Mail", row => row % 10 == 0 ? "" : $"{(char)('a' + row % 26)}{row}@example.org")
            .Add("Is", row => row % 2 == 0)
            .Add("Day", row => new DateTime(2024, 1, 1).AddDays(row % 200))
            .Add("Real", _ => random.NextDouble());
    }
}
