using Gan.Onnx.Tests.Tabular;
using Microsoft.ML;

namespace Gan.Onnx.Tests.Identifiers;

/// <summary>Identifiers beside the columns that a file makes.</summary>
[TestClass]
public sealed class IdentifiedRowsTests
{
    private static readonly TabularIdentifier Number = new()
    {
        Name = "Number",
        Place = 0,
        Type = TabularValueType.Int32,
        Pattern = new() { Numbers = IdentifierNumbers.Beside([12_000, 55_555, 91_234], int.MinValue, int.MaxValue) },
    };

    private static readonly TabularIdentifier Code = new()
    {
        Name = "Code",
        Place = 2,
        Type = TabularValueType.Text,
        Pattern = new()
        {
            Shapes =
            [
                new(0.75, ["A", "-", "0123456789", "0123456789", "0123456789"], new(1, 3, 333)),
                new(0.25, ["XY", "abcdefghij", "abcdefghij"], new(0, 1, 200)),
            ],
            Longest = 6,
        },
        MissingShare = 0.2,
    };

    private static readonly TabularIdentifier Last = new()
    {
        Name = "Last",
        Place = 4,
        Type = TabularValueType.Single,
        Pattern = new() { Numbers = new(new(0, 1, 0), 500, 1 << 24) },
    };

    public static byte[] Model()
    {
        var graph = new TableGraph(2).Texts("Job", hasMissing: false, "cook", "pilot").Texts("Sex", hasMissing: true, "female", "male");
        return graph.ToModel(graph.Manifest with { Identifiers = [Number, Code, Last] });
    }

    [TestMethod]
    public void Schema_WithIdentifiers_HasThemAtTheirPlaces()
    {
        using var generator = new TabularGenerator(new MLContext(), Model());

        Assert.AreEqual(
            "Number: Int32; Job: String; Code: String; Sex: String; Last: Single",
            string.Join("; ", generator.Schema.Select(column => $"{column.Name}: {column.Type}")));
    }

    [TestMethod]
    public void Sample_Rows_HaveTheirIdentifiersInAnyBatchOrderAndCursor()
    {
        using var generator = new TabularGenerator(new MLContext(), Model());

        var rows = generator.Sample(1_000, seed: 5).Cells();

        TableGraphs.AreSame(rows[..10], generator.Sample(10, seed: 5).Cells());
        TableGraphs.AreSame(rows[300..], generator.SampleFrom(300, 700, seed: 5).Cells());
        CollectionAssert.AreEqual(rows.Select(row => row[2]).ToArray(), generator.Sample(1_000, seed: 5).Column("Code").ToArray());
        var jobs = new MLContext().Transforms.SelectColumns("Job").Fit(generator.Sample(1)).Transform(generator.Sample(1_000, seed: 8));
        var given = generator.Sample(jobs, seed: 5).Cells();
        CollectionAssert.AreEqual(rows.Select(row => (row[0], row[2])).ToArray(), given.Select(row => (row[0], row[2])).ToArray());
        var view = generator.Sample(1_000, seed: 5);
        var parts = view.GetRowCursorSet(view.Schema, 3).SelectMany(cursor => TableGraphs.Cells(cursor, [.. view.Schema]).ToList());
        foreach (var (id, cells) in parts) CollectionAssert.AreEqual(rows[(int)id.Low], cells, $"row {id.Low}");
        Assert.AreNotEqual(rows[0][0], generator.Sample(1, seed: 6).Cells()[0][0]);
    }

    [TestMethod]
    public void Sample_ManyRows_HaveNoIdentifierTwice()
    {
        const int count = 100_000;
        using var generator = new TabularGenerator(new MLContext(), Model());

        var rows = generator.Sample(count, seed: 2);

        Assert.HasCount(count, rows.Column("Number").Distinct());
        Assert.HasCount(count, rows.Column("Last").Distinct());
        string[] codes = [.. rows.Column("Code").Where(code => code.Length > 0)];
        Assert.HasCount(codes.Length, codes.Distinct());
        Assert.AreEqual(0.8, codes.Length / (double)count, 0.01);
        Assert.IsTrue(codes.Take(50).All(code => code.Length is 3 or 5), "The first are of the shapes.");
        Assert.IsTrue(codes.Skip(400).All(code => code.Length >= 7), "Beyond those, they are longer than any of a training row.");
        Assert.IsFalse(rows.Column("Number").Intersect(["12000", "55555", "91234"]).Any());
    }

    [TestMethod]
    public void Batches_OfLatents_HaveTheOtherColumns()
    {
        using var generator = new TabularGenerator(new MLContext(), Model());
        var latents = new float[4 * generator.LatentSize];
        generator.DrawLatents(latents, seed: 5);
        using var batch = generator.CreateBatch(4);

        batch.Generate(latents);

        var sexes = batch.Column<ReadOnlyMemory<char>>("Sex").ToArray().Select(text => text.ToString()).ToArray();
        CollectionAssert.AreEqual(generator.Sample(4, seed: 5).Column("Sex"), sexes);
        Assert.ThrowsExactly<ArgumentException>(() => batch.Column<int>("Number"));
        Assert.AreEqual(0, generator.FindLatent(generator.Sample(1, seed: 5), new() { Candidates = 256, Generations = 2 }).Error);
    }

    [TestMethod]
    public void Where_OnAnIdentifier_IsRefused()
    {
        using var generator = new TabularGenerator(new MLContext(), Model());

        var where = new Dictionary<string, string> { ["Code"] = "A-001" };

        var failure = Assert.ThrowsExactly<ArgumentException>(() => generator.Sample(1, where: where));

        Assert.AreEqual(
            "A given column must be one of 'Job', 'Sex', but was 'Code', which names rows and is made anew for each. (Parameter 'where')",
            failure.Message);
    }

    [TestMethod]
    public void Load_DamagedIdentifiers_AreRefused()
    {
        var manifest = new TableGraph(1).Texts("Job", hasMissing: false, "cook").Manifest;
        void Refuses(TabularIdentifier identifier, string problem)
        {
            var graph = new TableGraph(1).Texts("Job", hasMissing: false, "cook");
            var failure = Assert.ThrowsExactly<InvalidDataException>(
                () => new TabularModelFile(graph.ToModel(manifest with { Identifiers = [identifier] })));
            Assert.AreEqual($"The model file must fit its manifest, but {problem}.", failure.Message);
        }

        Refuses(Number with { Type = TabularValueType.Boolean }, "its identifier 'Number' has the type Boolean, which has no such values");
        Refuses(Number with { Type = TabularValueType.SByte }, "its identifier 'Number' has the type SByte, which has no such values");
        Refuses(Number with { MissingShare = 0.5 }, "its identifier 'Number' has missing cells though it is of Int32");
        Refuses(Number with { Place = 7 }, "its identifiers have places that other columns have");
        Refuses(Number with { Name = "Job" }, "it has two columns 'Job'");
        Refuses(Code with { Place = 0, Pattern = new() }, "its identifier 'Code' has neither numbers nor shapes, or both");
        Refuses(
            Code with { Place = 0, Pattern = new() { Shapes = [new(1, ["ab"], new(0, 1, 3))] } },
            "its identifier 'Code' has free numbers that its places do not have");
    }
}
