using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Tabular.Tables;
using Microsoft.ML.Gan.Tests.Export;
using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular.Players;

[TestClass]
public sealed class CalibrationTests
{
    private const int ManyRows = 10_000;                              // as a table would need that is calibrated with all that is made
    private const int LatentSize = 8;
    private const int Rows = 20_000;

    [TestMethod]
    public void Calibrate_UntrainedGenerator_GivesChoicesAndNumbersTheirDistributions()
    {
        using var scope = NewDisposeScope();
        using var noise = TestTables.Noise();
        var data = TestTables.Groups();
        var schema = TestTables.Encode(data);
        using var generator = new TabularGeneratorNetwork(schema, LatentSize, 32, 2, noise);
        ExportedModule.Randomise(generator, 4);
        Assert.IsGreaterThan(0.1, LargestShareDifference(schema, generator, noise), "Before, some share is far off.");

        var scales = Calibration.Calibrate(schema, ManyRows, generator, LatentSize, noise);

        Assert.IsLessThan(0.02, LargestShareDifference(schema, generator, noise));
        Assert.HasCount(schema.Layout.NumberCount, scales);
        AssertNumbersHaveTheirDistributions(data, scales, Made(schema, generator, noise));
    }

    [TestMethod]
    public void Calibrate_CellsThatAreMissingWhereTheOutputsAreLow_CountsThoseThatAreThere()
    {
        using var scope = NewDisposeScope();
        using var noise = TestTables.Noise();
        var random = new Random(5);
        var data = new TestTable(2000)
            .Add("Number", _ => random.Next(2) == 0 ? double.NaN : TestTables.Normal(random))
            .Texts("Colour", _ => random.Next(4) switch { 0 => "red", 1 => "blue", _ => "" });
        var schema = TestTables.Encode(data);
        using var generator = new TabularGeneratorNetwork(schema, LatentSize, 32, 2, noise);
        using (no_grad())
        {
            Tensor weight = WeightOf("choicesAfter.head.output.2.weight"), direction = WeightOf("numbers.output.2.weight")[0].copy_(
                weight[0].Times(4));
            // number there, missing; colour there, missing, red, blue
            foreach (var (slot, sign) in new[] { 1, -1, 1, -1, 1, -1 }.Index()) weight[slot].copy_(direction.Times(sign));
            Tensor WeightOf(string name) => generator.named_parameters().Single(parameter => parameter.name == name).parameter;
        }

        var scales = Calibration.Calibrate(schema, ManyRows, generator, LatentSize, noise);

        Assert.IsLessThan(0.02, LargestShareDifference(schema, generator, noise));
        AssertNumbersHaveTheirDistributions(data, scales, Made(schema, generator, noise));
    }

    [TestMethod]
    public void Calibrate_TableWithoutNumbers_HasNoScales()
    {
        using var noise = TestTables.Noise();
        var schema = TestTables.Encode(new TestTable(100).Texts("T", row => $"{row % 3}"));
        using var generator = new TabularGeneratorNetwork(schema, LatentSize, 32, 2, noise);

        Assert.IsEmpty(Calibration.Calibrate(schema, ManyRows, generator, LatentSize, noise));
    }

    private static void AssertNumbersHaveTheirDistributions(IDataView data, IReadOnlyList<QuantileMap> scales, Tensor rows)
    {
        var (schema, table) = (TestTables.Encode(data), TestTables.Read(data));
        foreach (var number in schema.Numbers)
        {
            var (scale, presence) = (scales[number.Index], schema.Layout.PresenceOfPlaces[schema.Layout.MadeSlots + number.Index]);
            var outputs = rows.select(1, schema.Layout.MadeSlots + number.Index);
            if (presence is { } slot) outputs = outputs.masked_select(rows.select(1, slot).gt(0));
            double[] made = [.. outputs.contiguous().data<float>().ToArray().Select(output => Point(scale, output)).Order()];
            double[] real = [.. ((NumberColumn)table.Find(number.Column)).Points.Where(point => !double.IsNaN(point)).Order()];
            foreach (var rank in new[] { 0.1, 0.25, 0.5, 0.75, 0.9 })
            {
                var value = made[(int)(rank * made.Length)];
                Assert.AreEqual(
                    rank, real.Count(point => point <= value) / (double)real.Length, 0.03,
                        $"{number.Column}: {value} is the made quantile of {rank}.");
            }
        }
    }

    private static double LargestShareDifference(TableSchema schema, TabularGeneratorNetwork generator, NoiseSource noise)
    {
        using var scope = NewDisposeScope();
        var rows = Made(schema, generator, noise);
        return schema.Choices.Take(schema.MadeChoices).Max(choice =>
        {
            var counts = rows.narrow(1, choice.Offset, choice.Size).sum([0]);
            return choice.Shares.Zip((counts / counts.sum()).data<float>().ToArray(), (wanted, share) => Math.Abs(wanted - share)).Max();
        });
    }

    /// <summary>Rows without conditions; the slots and the number of a missing cell are 0.</summary>
    private static Tensor Made(TableSchema schema, TabularGeneratorNetwork generator, NoiseSource noise)
    {
        using var noGrad = no_grad();
        return generator.forward(noise.Latents(Rows, LatentSize), zeros(Rows, schema.Layout.ConditionWidth));
    }

    private static double Point(QuantileMap scale, float output)
    {
        var above = Array.FindIndex(scale.Outputs, other => other > output);
        if (above == 0) return scale.Points[0];
        if (above < 0) return scale.Points[^1];
        var share = (output - scale.Outputs[above - 1]) / (scale.Outputs[above] - scale.Outputs[above - 1]);
        return scale.Points[above - 1] + share * (scale.Points[above] - scale.Points[above - 1]);
    }
}
