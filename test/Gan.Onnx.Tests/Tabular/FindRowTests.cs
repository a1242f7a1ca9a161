using Microsoft.ML;

namespace Gan.Onnx.Tests.Tabular;

[TestClass]
public sealed class FindRowTests
{
    private static readonly LatentSearchOptions Short = new() { Candidates = 256, Generations = 60 };

    [TestMethod]
    public void FindLatent_OfARowOfItsOwn_FindsOneWithTheSameNames()
    {
        using var generator = TableGraphs.Load(
            new TableGraph(4).Texts("Job", true, "cook", "pilot").Numbers("Wealth", true).Numbers("Height", false)
                .Whole("Is", TabularValueType.Boolean, false, ("True", 1), ("False", 0)));
        var own = new MLContext().Data.TakeRows(generator.Sample(1, seed: 77), 1);

        var match = generator.FindLatent(own);

        using var batch = generator.CreateBatch(1);
        batch.Generate(match.Latent.Span);
        Assert.AreEqual(own.Column("Job")[0], batch.Column<ReadOnlyMemory<char>>("Job")[0].ToString());
        Assert.AreEqual(own.Column("Is")[0], batch.Column<bool>("Is")[0].ToString());
        Assert.IsLessThan(0.01, match.Error);
    }

    [TestMethod]
    public void FindLatent_OfACategoryAndANumber_HasTheErrorOfGower()
    {
        using var generator = TableGraphs.Load(new TableGraph(2).Texts("Job", false, "cook", "pilot").Numbers("Height", false));
        var heights = generator.Sample(LatentSearch.BatchSize).Column("Height").Select(float.Parse).ToList();
        var range = heights.Max() - heights.Min();

        var match = generator.FindLatent(Rows(new { Job = "baker", Height = 12.5f }), Short);

        Assert.AreEqual((1 + (12.5 - 10) / range) / 2, match.Error, 0.02);          // heights go up to 10
    }

    [TestMethod]
    public void FindLatent_OfMissingCells_FindsMissingCells()
    {
        using var generator = TableGraphs.Load(
            new TableGraph(2).Texts("Job", true, "cook", "pilot", "cleaner", "baker").Numbers("Wealth", true));

        Assert.AreEqual(0, generator.FindLatent(Rows(new { Job = "", Wealth = float.NaN }), Short).Error);
        Assert.AreEqual(0, generator.FindLatent(Rows(new { Job = "" }), Short).Error);
    }

    [TestMethod]
    public void FindLatent_EveryType_ComparesEveryColumn()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());

        var match = generator.FindLatent(generator.Sample(1, seed: 5), Short);

        Assert.IsLessThan(0.2, match.Error);
    }

    [TestMethod]
    public void FindLatent_NoRowOrWrongColumns_SaysSo()
    {
        using var generator = TableGraphs.Load(new TableGraph(2).Texts("Job", false, "cook", "pilot").Numbers("Height", false));

        Assert.AreEqual(
            "Could not find table column 'Age'. The columns are: 'Job', 'Height'. (Parameter 'row')",
            Assert.ThrowsExactly<ArgumentException>(() => generator.FindLatent(Rows(new { Age = 3f }))).Message);
        Assert.AreEqual(
            "The row must be there, but the data has no rows. (Parameter 'row')",
            Assert.ThrowsExactly<ArgumentException>(() => generator.FindLatent(generator.Sample(0))).Message);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => generator.FindLatent(Rows(new { Height = "tall" })));
    }

    private static IDataView Rows<TRow>(TRow row)
        where TRow : class => new MLContext().Data.LoadFromEnumerable([row]);
}
