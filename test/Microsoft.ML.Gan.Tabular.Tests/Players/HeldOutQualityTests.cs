using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Tabular.Rows;
using Microsoft.ML.Gan.Training.Optimizers;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular.Players;

[TestClass]
public sealed class HeldOutQualityTests
{
    private const int Rows = 600;
    private const int LatentSize = 8;

    [TestMethod]
    public void Measure_GeneratorThatGetsWorse_KeepsTheBestWeightsAndEndsWhenPatienceDoes()
    {
        using var scope = NewDisposeScope();
        using var noise = TestTables.Noise();
        var table = TestTables.Learn(TestTables.Groups(Rows));
        var schema = table.Schema;
        using var generator = new TabularGeneratorNetwork(schema, LatentSize, 32, 2, noise);
        using var average = new WeightAverage(generator, null, 64);
        using var batches = new TableBatches(table, [.. Enumerable.Range(0, Rows)], 64, 0.5, noise, CPU);
        var heldOut = batches.Encode(arange(Rows), zeros(Rows, schema.Choices.Count)).Rows;
        using var quality = new HeldOutQuality(schema, generator, heldOut, noise, LatentSize);
        var watch = quality.Watch(average, patience: 0.5);

        var first = watch.Measure(100, 400);
        var best = generator.Bytes();
        Spoil(generator, schema);
        var between = watch.Measure(101, 400);
        var second = watch.Measure(200, 400);
        var isOverBefore = watch.IsOver(400);
        var third = watch.Measure(300, 400);
        average.Apply();

        Assert.IsNull(between);
        Assert.IsTrue(first is > 0.3 and <= 1, $"{first}");
        Assert.IsTrue(second < first - 0.1 && third < first - 0.1, $"{first}, {second}, {third}");
        Assert.IsFalse(isOverBefore);
        Assert.IsTrue(watch.IsOver(400));
        CollectionAssert.AreEqual(best, generator.Bytes());
    }

    [TestMethod]
    public void Measure_AveragedWeights_AreMeasuredAndTheNetworkKeepsItsOwn()
    {
        using var scope = NewDisposeScope();
        using var noise = TestTables.Noise();
        var table = TestTables.Learn(TestTables.Groups(Rows));
        var schema = table.Schema;
        using var generator = new TabularGeneratorNetwork(schema, LatentSize, 32, 2, noise);
        using var average = new WeightAverage(generator, 1e9, 64);
        using var batches = new TableBatches(table, [.. Enumerable.Range(0, Rows)], 64, 0.5, noise, CPU);
        var heldOut = batches.Encode(arange(Rows), zeros(Rows, schema.Choices.Count)).Rows;
        using var quality = new HeldOutQuality(schema, generator, heldOut, noise, LatentSize);
        Spoil(generator, schema);                                           // the average still has the weights of before
        var own = generator.Bytes();

        var measured = quality.Watch(average, patience: 1).Measure(1, 400);

        Assert.IsGreaterThan(0.3, measured!.Value);
        CollectionAssert.AreEqual(own, generator.Bytes());
    }

    /// <summary>Lets the generator make the same row always.</summary>
    private static void Spoil(TabularGeneratorNetwork generator, TableSchema schema)
    {
        using var noGrad = no_grad();
        foreach (var parameter in generator.parameters()) parameter.zero_();
        foreach (var head in generator.ChoiceHeads) head.Bias.copy_(arange(head.Group.Size) * 50);
    }
}
