using Gan.Onnx;
using Microsoft.ML.Gan.Tabular;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>Tables that exceed <see cref="TabularGanTrainer.Options.MemoryLimit"/>, beside the same tables within it.</summary>
[TestClass]
public sealed class LargeTableTests
{
    private const int Rows = 20_000, SampleRows = 1_000, Customers = 2_000;

    private static readonly TestTable Orders = Table();
    private static readonly EncodedRows Whole = Read(Orders, Rows), Sample = Read(Orders, SampleRows);

    [TestMethod]
    public void Read_AboveTheLimit_KeepsAsManyRowsAsFit()
    {
        Assert.AreEqual((SampleRows, Rows), (Sample.Count, (int)Sample.Sample!.Rows));
        Assert.IsNull(Whole.Sample);
        Assert.IsTrue(Sample.Slots.All(slots => slots.Length == SampleRows) && Sample.Low.All(low => low.Length == SampleRows));
        Assert.AreEqual(
            "The table has 20,000 rows, of which a uniform sample of 1,000 is trained on: more do not fit into MemoryLimit. " +
            "Categories were counted in all rows, and numbers sketched: a rank among all is off by at most 0.000 %, " +
            "at a chance of 1 %. Raise MemoryLimit to train on more.",
            TabularWarnings.Of(Sample, new()).First());
    }

    [TestMethod]
    public void Read_AtTheLimit_IsAsWithoutOne()
    {
        var unlimited = Read(Orders, Rows * 10);

        Assert.AreEqual(unlimited.Schema.ToJson(), Whole.Schema.ToJson());
        for (var choice = 0; choice < Whole.Slots.Length; choice++) CollectionAssert.AreEqual(unlimited.Slots[choice], Whole.Slots[choice]);
        for (var number = 0; number < Whole.Low.Length; number++) CollectionAssert.AreEqual(unlimited.Low[number], Whole.Low[number]);
    }

    [TestMethod]
    public void Read_AboveTheLimit_FindsTheFormsThatAllRowsShow()
    {
        var (whole, sample) = (Whole.Schema, Sample.Schema);

        CollectionAssert.AreEqual(
            whole.Columns.Select(column => (column.Name, column.Role, column.GetType())).ToArray(),
            sample.Columns.Select(column => (column.Name, column.Role, column.GetType())).ToArray());
        CollectionAssert.AreEqual(
            whole.Identifiers.Select(column => column.Name).ToArray(), sample.Identifiers.Select(column => column.Name).ToArray());
        Assert.AreEqual(TabularColumnRole.Categorical, sample.Columns.Single(column => column.Name == "Customer").Role,
            "Most customers are once in the sample, but ten times in all rows.");
    }

    [TestMethod]
    public void Read_AboveTheLimit_HasTheSharesOfAllRows()
    {
        foreach (var name in new[] { "Colour", "Paid" })
        {
            var (whole, sample) = (Form(Whole, name), Form(Sample, name));

            CollectionAssert.AreEqual(whole.Shares!.Categories.ToArray(), sample.Shares!.Categories.ToArray(), name);
            Assert.AreEqual(whole.Shares.Missing, sample.Shares.Missing, name);
            foreach (var (one, other) in ChoicesOf(Whole, whole).Zip(ChoicesOf(Sample, sample)))
                foreach (var (wholeShare, share) in one.Shares.Zip(other.Shares)) Assert.AreEqual(wholeShare, share, 1e-12, name);
        }
    }

    [TestMethod]
    public void Read_AboveTheLimit_HasTheRanksOfAllRows()
    {
        var amounts = Orders.Numbers("Amount");
        Array.Sort(amounts);
        var number = Sample.Schema.Numbers.Single(one => one.Column == "Amount");
        var (knots, worst) = (number.Ranks.Knots, 0.0);
        Assert.IsFalse(number.Grid.IsGrid);
        for (var knot = 0; knot < knots.Ranks.Length; knot++)
        {
            var rank = ~Array.BinarySearch(amounts, knots.Values[knot]);
            if (rank > 0) worst = Math.Max(worst, Math.Abs(knots.Ranks[knot] - (double)rank / Rows));
        }

        Assert.IsLessThan(0.004, worst, "A sample's own ranks are off by up to 0.03.");
        CollectionAssert.AreEqual(knots.Ranks.Order().ToArray(), knots.Ranks);
        Assert.AreEqual((0.0, 1.0), (knots.Ranks[0], knots.Ranks[^1]));
    }

    [TestMethod]
    public void Read_KeepExtremesAboveTheLimit_HasTheLeastAndTheGreatestOfAllRows()
    {
        var rows = Read(Orders, SampleRows, new() { KeepExtremes = true });

        Assert.AreEqual((-1e6, 1e6), rows.Schema.Numbers.Single(one => one.Column == "Amount").Ranks.Knots.Range);
    }

    [TestMethod]
    [DataRow("Number")]
    [DataRow("Code")]
    public void Read_IdentifiersAboveTheLimit_AreOfNoRow(string name)
    {
        var maker = new IdentifierMaker(Sample.Schema.Identifiers.Single(column => column.Name == name), seed: 1);

        var made = Enumerable.Range(0, 5_000).Select(row => name == "Code" ? maker.Text(row) : $"{maker.Number(row)}").ToHashSet();

        Assert.HasCount(5_000, made);
        Assert.IsFalse(made.Overlaps(Orders.Texts(name)));
    }

    [TestMethod]
    public void Train_AboveTheLimit_MakesRowsOfTheTable()
    {
        using var trained = TestTables.Train(
            Orders, TestTables.Quick(5) with { MinimumCategoryRows = 5, HeldOutShare = 0, MemoryLimit = LimitOf(SampleRows) });

        var made = trained.Generator.Sample(100, seed: 1);

        CollectionAssert.AreEqual(
            Orders.Schema.Select(column => (column.Name, column.Type)).ToArray(), made.Schema.Select(column => (column.Name, column.Type)).ToArray());
        Assert.IsTrue(made.Texts("Colour").All(Orders.Texts("Colour").Contains));
    }

    [TestMethod]
    public void Read_MemoryForTooFewRows_IsRefused() => Assert.AreEqual(
        "MemoryLimit must be at least 820000 bytes, for a sample of 1,000 rows of 8 columns, but was 819999. Raise it, or learn fewer columns.",
        Assert.ThrowsExactly<ArgumentException>(
            () => TabularFit.Read(new() { MemoryLimit = LimitOf(SampleRows) - 1 }, Orders, before: null)).Message);

    private static EncodedRows Read(TestTable table, int rows, TabularGanTrainer.Options? options = null) =>
        TabularFit.Read((options ?? new()) with { MemoryLimit = LimitOf(rows) }, table, before: null).Rows;

    private static long LimitOf(int rows) => rows * TableReader.BytesOf(Orders.Schema.Count);

    private static ColumnForm Form(EncodedRows rows, string name) => rows.Schema.Columns.Single(column => column.Name == name);

    private static IEnumerable<Choice> ChoicesOf(EncodedRows rows, ColumnForm column) =>
        new[] { column.Presence, column.ValueChoice }.OfType<int>().Select(choice => rows.Schema.Choices[choice]);

    /// <summary>Orders: their numbers and codes name rows, customers have ten each, and two amounts are far from the others.</summary>
    private static TestTable Table()
    {
        var random = new Random(3);
        int[] numbers = [.. Enumerable.Range(1, Rows)];
        random.Shuffle(numbers);
        return new TestTable(Rows)
            .Add("Number", row => numbers[row])
            .Texts("Code", row => $"AB-{numbers[row] * 7:D6}")
            .Texts("Customer", row => $"customer {numbers[row] % Customers}")
            .Texts("Colour", _ => random.Next(10) switch { 0 => "", < 5 => "red", < 8 => "green", _ => "blue" })
            .Add("Amount", row => row is 7 or 8 ? row * 2e6 - 15e6 : Math.Exp(TestTables.Normal(random)))
            .Add("Age", _ => random.Next(20, 90))
            .Add("Paid", _ => random.Next(4) == 0)
            .Add("Day", _ => random.Next(20) == 0 ? default : new DateTime(2020, 1, 1).AddDays(random.Next(1_000)));
    }
}
