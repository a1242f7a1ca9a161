using Microsoft.ML.Gan.Tabular.Export;
using Microsoft.ML.Gan.Tabular.Gibbs;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Tabular.Rows;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular.Gibbs;

/// <summary>The network of numbers: what it learns of a table, and what a sweep makes of rows.</summary>
[TestClass]
public sealed class NumberSweepTests
{
    private const int Rows = 4000;
    private const int LatentSize = 8;
    private const double Noise = 0.1;
    private const double Quartile = 0.6745;                           // of the normal distribution

    [TestMethod]
    public void Write_GeneratorThatKnowsNothing_MakesNumbersOfTheConditionalQuartiles()
    {
        var (own, swept) = OwnAndSwept();

        Assert.IsGreaterThan(0.3, MeanDistance(own), "The generator itself does not know it.");
        Assert.AreEqual(Noise * Math.Sqrt(2 / Math.PI), MeanDistance(swept), 0.03);
        foreach (var (least, most) in new[] { (-0.95, -0.75), (-0.6, -0.4), (-0.15, 0.15), (0.4, 0.6), (0.75, 0.95) })
        {
            var distances = Distances(swept, least, most);
            Assert.AreEqual(-Quartile * Noise, distances[distances.Length / 4], 0.03, $"{least} to {most}");
            Assert.AreEqual(0, distances[distances.Length / 2], 0.03, $"{least} to {most}");
            Assert.AreEqual(Quartile * Noise, distances[3 * distances.Length / 4], 0.03, $"{least} to {most}");
        }
    }

    [TestMethod]
    public void Write_GeneratorThatKnowsNothing_KeepsDistributionsAndMissingCells()
    {
        var table = Curve();
        var (own, swept) = OwnAndSwept();

        CollectionAssert.AreEqual(
            own.Numbers("Y").Select(double.IsNaN).ToArray(), swept.Numbers("Y").Select(double.IsNaN).ToArray(), "Cells must stay missing or there.");
        foreach (var name in new[] { "X", "Y" })
        {
            double[] real = Sorted(table.Numbers(name)), made = Sorted(swept.Numbers(name));
            for (var part = 1; part < 10; part++)
                Assert.AreEqual(real[part * real.Length / 10], made[part * made.Length / 10], 0.06, $"{name}, {part} tenths");
        }
    }

    [TestMethod]
    public void DrawnOf_NumberWithoutAnotherCell_IsNone()
    {
        var random = new Random(2);
        Assert.IsEmpty(NumberNetwork.DrawnOf(TestTables.Encode(new TestTable(50).Add("X", _ => random.NextDouble()))));
    }

    /// <summary>X from −1 to 1, and Y = X² + noise, missing in a tenth of the rows.</summary>
    private static TestTable Curve()
    {
        var random = new Random(31);
        double[] x = [.. Enumerable.Range(0, Rows).Select(_ => 2 * random.NextDouble() - 1)];
        return new TestTable(Rows)
            .Add("X", row => x[row])
            .Add("Y", row => random.Next(10) == 0 ? double.NaN : x[row] * x[row] + Noise * TestTables.Normal(random));
    }

    /// <summary>Y − X² of the rows whose X is within bounds, ascending.</summary>
    private static double[] Distances(IDataView data, double least, double most) => Sorted(
        data.Numbers("X").Zip(data.Numbers("Y")).Where(row => row.First > least && row.First < most)
            .Select(row => row.Second - row.First * row.First));

    private static double MeanDistance(IDataView data) => Distances(data, -1, 1).Average(Math.Abs);

    private static double[] Sorted(IEnumerable<double> values) => [.. values.Where(value => !double.IsNaN(value)).Order()];

    /// <summary>Rows of an untrained generator, and the same with numbers that a trained network draws anew.</summary>
    private static (IDataView Own, IDataView Swept) OwnAndSwept()
    {
        using var scope = NewDisposeScope();
        using var noise = TestTables.Noise();
        var encoded = TestTables.Learn(Curve());
        var schema = encoded.Schema;
        var generator = new TabularGeneratorNetwork(schema, LatentSize, 32, 2, noise);
        var scales = Calibration.Calibrate(schema, Rows, generator, LatentSize, noise);
        using var network = new NumberNetwork(schema, 64, 1, noise);
        using var batches = new TableBatches(encoded, [.. Enumerable.Range(500, Rows - 500)], 200, 0, noise, CPU);
        using var training = new CellTraining(
            new NumberLikelihood(schema, network, noise, CPU), batches, 200, batches.Encode([.. Enumerable.Range(0, 500)]), 600, CPU);
        Assert.IsTrue(training.Run(_ => { }, CancellationToken.None));
        network.eval();
        var rows = Calibration.Rows(schema, Rows, generator, LatentSize, noise);
        SweptRows.ToTeacherRanks(schema, rows, scales);
        var model = new TabularModel(schema, generator, LatentSize, scales);
        var sweep = new RowRefinements([new NumberSweep(schema, network, NumberCalibration.Calibrate(schema, network, rows, noise, CPU))]);
        return (Made(model), Made(model with { Refinement = sweep }));
    }

    private static IDataView Made(TabularModel model) =>
        new global::Gan.Onnx.TabularGenerator(TestRows.MLContext, TabularExporter.Write(model)).Sample(Rows);
}
