using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Export;
using Microsoft.ML.Gan.Tabular.Gibbs;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Tabular.Rows;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular.Gibbs;

/// <summary>The dependency network: what it learns of a table, and what a sweep makes of rows.</summary>
[TestClass]
public sealed class GibbsTests
{
    private const int ManyRows = 10_000;                              // as a table would need that is calibrated with all that is made
    private const int LatentSize = 8;
    private const int Rows = 4000;

    private static readonly TestTable Table = TestTables.Groups(Rows);
    private static readonly EncodedRows Encoded = TestTables.Learn(Table);
    private static readonly TableSchema Schema = Encoded.Schema;

    [TestMethod]
    public void Train_KnownDensities_GivesTheProbabilitiesOfBayes()
    {
        using var scope = NewDisposeScope();
        using var noise = TestTables.Noise();
        using var network = Trained(noise, Encoded);
        using var batches = Batches(noise, Encoded);
        double[] numbers = Table.Numbers("Number"), sizes = Table.Numbers("Size");
        int[] rows = [.. Enumerable.Range(0, Rows).Where(row => !double.IsNaN(sizes[row]))];            // a missing size tells that the group is b

        // a, b
        var shares = Shares(
            network, batches.Encode(tensor(rows.Select(row => (long)row).ToArray()), zeros(rows.Length, Schema.Choices.Count)).Rows, "Group");

        foreach (var (least, most) in new[] { (0.5, 1.5), (1.8, 2.2), (2.2, 2.6), (2.8, 3.5) })
        {
            int[] here = [.. Enumerable.Range(0, rows.Length).Where(index => numbers[rows[index]] > least && numbers[rows[index]] < most)];
            // a is three times as common, and half of b is not here
            var expected = here.Average(index => 1 / (1 + 6 * Math.Exp(8 - 4 * numbers[rows[index]])));
            Assert.AreEqual(expected, here.Average(index => shares[index, 1]), 0.06, $"{least} to {most}");
        }
    }

    [TestMethod]
    public void Train_Cancelled_SaysSo()
    {
        using var scope = NewDisposeScope();
        using var noise = TestTables.Noise();
        using var network = new DependencyNetwork(Schema);
        using var batches = Batches(noise, Encoded);

        using var training = new CellTraining(new PseudoLikelihood(network, noise, CPU), batches, 200, HeldOut(batches, Schema), 10, CPU);

        Assert.IsFalse(training.Run(_ => { }, new CancellationToken(canceled: true)));
    }

    [TestMethod]
    public void Calibrate_UntrainedNetwork_KeepsTheSharesInASweep()
    {
        using var scope = NewDisposeScope();
        using var noise = TestTables.Noise();
        var (generator, scales) = Generator(noise, Encoded);
        using var network = new DependencyNetwork(Schema);
        var rows = Calibration.Rows(Schema, ManyRows, generator, LatentSize, noise);

        SweptRows.ToTeacherRanks(Schema, rows, scales);
        DependencyCalibration.Calibrate(Schema, network, rows, noise, CPU);

        foreach (var choice in Schema.CategoryChoices.Select(index => Schema.Choices[index]))
        {
            var counts = rows.narrow(1, choice.Offset, choice.Size).sum([0]);
            foreach (var (wanted, share) in choice.Shares.Zip((counts / counts.sum()).data<float>().ToArray())) Assert.AreEqual(wanted, share, 0.015);
        }
    }

    [TestMethod]
    public void Write_GeneratorThatKnowsNothing_MakesCategoriesThatFollowTheNumbers()
    {
        var (own, swept) = OwnAndSwept(Encoded);

        var real = Difference(Table);
        Assert.AreEqual(4, real, 0.2);
        Assert.AreEqual(0, Difference(own), 1, "The generator itself does not know it.");
        Assert.AreEqual(real, Difference(swept), 0.3);
    }

    [TestMethod]
    [DataRow(999, false)]
    [DataRow(1000, true)]
    public void Fit_TableOfSomeRows_IsSweptIfRowsAreHeldOut(int rows, bool isSwept) =>
        TestTables.WithModel(TestTables.Groups(rows), TestTables.Quick(4), model => Assert.AreEqual(isSwept, model.Refinement is not null));

    [TestMethod]
    public void Write_GeneratorThatKnowsNothing_MakesCommonValuesAndCategoriesThatGoTogether()
    {
        var table = TestTables.Doses(Rows);

        var (own, swept) = OwnAndSwept(TestTables.Learn(table));

        Assert.IsGreaterThan(0.2, Contradictions(own), "The generator itself does not know it.");
        Assert.IsLessThan(0.04, Contradictions(swept));
        foreach (var column in new[] { "Dose", "Other" })
            foreach (var value in table.Numbers(column).GroupBy(value => value).Where(group => group.Count() > Rows / 50))
                Assert.AreEqual(
                    (double)value.Count() / Rows, (double)swept.Numbers(column).Count(other => other.Equals(value.Key)) / Rows, 0.03,
                        $"{column} {value.Key}");
        int Rare(IDataView data) => data.Numbers("Dose").Count(dose => dose >= 100);
        Assert.AreEqual(Rare(own), Rare(swept));                              // other values stay as they are

        static double Contradictions(IDataView data)                          // 0 and 10 are of "a" alone, 40 of "b"
        {
            var groups = data.Texts("Group");
            return data.Numbers("Dose").Index().Average(dose => dose.Item is 0 or 10 && groups[dose.Index] == "b" || dose.Item is 40
                && groups[dose.Index] == "a" ? 1 : 0);
        }
    }

    [TestMethod]
    public void Write_GeneratorThatKnowsNothing_MakesRatesThatTheGradeTells()
    {
        var table = TestTables.Rates(Rows);
        var real = Pairs(table).ToHashSet();

        var (own, swept) = OwnAndSwept(TestTables.Learn(table));

        Assert.HasCount(60, real);
        Assert.IsLessThan(0.2, Pairs(own).Average(pair => real.Contains(pair) ? 1 : 0), "The generator itself does not know it.");
        Assert.IsGreaterThan(0.8, Pairs(swept).Average(pair => real.Contains(pair) ? 1 : 0));

        static IEnumerable<(string, double)> Pairs(IDataView data) => data.Texts("Grade").Zip(data.Numbers("Rate"));
    }

    /// <summary>How much greater the mean number is in group b than in a.</summary>
    private static double Difference(IDataView data)
    {
        var (groups, numbers) = (data.Texts("Group"), data.Numbers("Number"));
        double Mean(string group) => numbers.Where((_, row) => groups[row] == group).Average();
        return Mean("b") - Mean("a");
    }

    /// <summary>Rows of an untrained generator, and the same with what a trained network draws anew.</summary>
    private static (IDataView Own, IDataView Swept) OwnAndSwept(EncodedRows table)
    {
        using var scope = NewDisposeScope();
        using var noise = TestTables.Noise();
        var schema = table.Schema;
        var (generator, scales) = Generator(noise, table);
        using var network = Trained(noise, table);
        var rows = Calibration.Rows(schema, ManyRows, generator, LatentSize, noise);
        SweptRows.ToTeacherRanks(schema, rows, scales);
        DependencyCalibration.Calibrate(schema, network, rows, noise, CPU);
        var model = new TabularModel(schema, generator, LatentSize, scales);
        return (Made(model), Made(model with { Refinement = new GibbsSweep(schema, network) }));
    }

    private static IDataView Made(TabularModel model) =>
        new global::Gan.Onnx.TabularGenerator(TestRows.MLContext, TabularExporter.Write(model)).Sample(Rows);

    private static (TabularGeneratorNetwork Generator, IReadOnlyList<QuantileMap> Scales) Generator(NoiseSource noise, EncodedRows rows)
    {
        var schema = rows.Schema;
        var generator = new TabularGeneratorNetwork(schema, LatentSize, 32, 2, noise);
        return (generator, Calibration.Calibrate(schema, ManyRows, generator, LatentSize, noise));
    }

    private static DependencyNetwork Trained(NoiseSource noise, EncodedRows rows)
    {
        var schema = rows.Schema;
        using var batches = Batches(noise, rows);
        var network = new DependencyNetwork(schema);
        using var training = new CellTraining(new PseudoLikelihood(network, noise, CPU), batches, 200, HeldOut(batches, schema), 600, CPU);
        Assert.IsTrue(training.Run(_ => { }, CancellationToken.None));
        return network;
    }

    private static TableBatches Batches(NoiseSource noise, EncodedRows rows) =>
        new(rows, [.. Enumerable.Range(500, Rows - 500)], 200, 0, noise, CPU, isCentred: true);

    private static Tensor HeldOut(TableBatches batches, TableSchema schema) =>
        batches.Encode(arange(500, dtype: int64), zeros(500, schema.Choices.Count)).Rows;

    /// <summary>p(each slot of a column | all other cells), of each row.</summary>
    private static float[,] Shares(DependencyNetwork network, Tensor rows, string name)
    {
        using var noGrad = no_grad();
        var index = ((CategoryForm)Schema.Columns.Single(column => column.Name == name)).Choice!.Value;
        var logits = network.call(rows, eye(network.Choices.Count).narrow(0, index, 1).expand(rows.shape[0], -1));
        return (float[,])logits.softmax(1).narrow(1, Schema.Choices[index].Offset, Schema.Choices[index].Size).contiguous().data<float>().ToNDArray();
    }
}
