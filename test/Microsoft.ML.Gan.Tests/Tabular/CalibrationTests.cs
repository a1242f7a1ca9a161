using Microsoft.ML.Gan.Tabular;
using Microsoft.ML.Gan.Tabular.Encoding;
using Microsoft.ML.Gan.Tabular.Networks;
using Microsoft.ML.Gan.Tests.Export;
using Microsoft.ML.Gan.Training;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular;

[TestClass]
public sealed class CalibrationTests
{
    private const int LatentSize = 8;
    private const int Rows = 20_000;

    [TestMethod]
    public void Calibrate_UntrainedGenerator_GivesChoicesAndNumbersTheirDistributions()
    {
        using var scope = NewDisposeScope();
        using var noise = TestTables.Noise();
        var encoding = TestTables.Encode(TestTables.Groups());
        using var generator = new TabularGeneratorNetwork(encoding, LatentSize, 32, 2, noise);
        ExportedModule.Randomise(generator, 4);
        Assert.IsGreaterThan(0.1, LargestShareDifference(encoding, generator, noise), "Before, some share is far off.");

        var scales = Calibration.Calibrate(encoding, generator, LatentSize, noise);

        Assert.IsLessThan(0.02, LargestShareDifference(encoding, generator, noise));
        Assert.HasCount(encoding.Numbers, scales);
        using var noGrad = no_grad();
        var (_, numbers) = generator.Raw(noise.Latents(Rows, LatentSize), zeros(Rows, encoding.ConditionWidth));
        foreach (var number in encoding.Columns.OfType<NumberEncoding>())
        {
            var scale = scales[number.Place];
            double[] made = [.. numbers.select(1, number.Place).contiguous().data<float>().ToArray().Select(output => Step(scale, output)).Order()];
            double[] real = [.. number.Numbers.Steps.Where(step => !double.IsNaN(step)).Order()];
            foreach (var rank in new[] { 0.1, 0.25, 0.5, 0.75, 0.9 })
            {
                var value = made[(int)(rank * Rows)];
                Assert.AreEqual(rank, real.Count(step => step <= value) / (double)real.Length, 0.03, $"{number.Column.Name}: {value} is the made quantile of {rank}.");
            }
        }
    }

    [TestMethod]
    public void Calibrate_TableWithoutNumbers_HasNoScales()
    {
        using var noise = TestTables.Noise();
        var encoding = TestTables.Encode(new TestTable(100).Texts("T", row => $"{row % 3}"));
        using var generator = new TabularGeneratorNetwork(encoding, LatentSize, 32, 2, noise);

        Assert.IsEmpty(Calibration.Calibrate(encoding, generator, LatentSize, noise));
    }

    private static double LargestShareDifference(TableEncoding encoding, TabularGeneratorNetwork generator, NoiseSource noise)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var (logits, _) = generator.Raw(noise.Latents(Rows, LatentSize), zeros(Rows, encoding.ConditionWidth));
        return encoding.Choices.Take(encoding.MadeChoices).Max(choice =>
        {
            var shares = logits.narrow(1, choice.Offset, choice.Size).softmax(1).mean([0]).data<float>().ToArray();
            return choice.Shares().Zip(shares, (wanted, share) => Math.Abs(wanted - share)).Max();
        });
    }

    private static double Step(NumberScale scale, float output)
    {
        var above = Array.FindIndex(scale.Outputs, other => other > output);
        if (above == 0) return scale.Steps[0];
        if (above < 0) return scale.Steps[^1];
        var share = (output - scale.Outputs[above - 1]) / (scale.Outputs[above] - scale.Outputs[above - 1]);
        return scale.Steps[above - 1] + share * (scale.Steps[above] - scale.Steps[above - 1]);
    }
}
