using Microsoft.ML.Gan.Tabular.Sketches;

namespace Microsoft.ML.Gan.Tests.Tabular.Sketches;

[TestClass]
public sealed class KllSketchTests
{
    private const int Rows = 200_000, Size = 256, Quantiles = 99;
    private const double Chance = 0.01;                                // that one of the quantiles is farther off than the bound

    [TestMethod]
    [DataRow("ascending")]
    [DataRow("descending")]
    [DataRow("exponential")]
    [DataRow("few values")]
    public void Below_KnownDistributions_IsWithinTheBound(string name)
    {
        var random = new Random(5);
        double[] values = [.. Enumerable.Range(0, Rows).Select(row => name switch
        {
            "ascending" => row,
            "descending" => Rows - row,
            "exponential" => Math.Exp(20 * random.NextDouble()),
            _ => random.Next(12),
        })];
        var sketch = Sketch(values);
        var ranks = sketch.ToRanks(value => value);
        var bound = sketch.ErrorBound(Chance / (2 * Quantiles));

        Array.Sort(values);
        var worst = 0.0;
        for (var quantile = 1; quantile <= Quantiles; quantile++)
        {
            var value = values[quantile * Rows / (Quantiles + 1)];
            var (below, upTo) = (values.AsSpan().IndexOf(value) / (double)Rows, (values.AsSpan().LastIndexOf(value) + 1) / (double)Rows);
            worst = Math.Max(worst, Math.Max(Math.Abs(ranks.Below(value) - below), Math.Abs(ranks.UpTo(value) - upTo)));
        }

        Assert.IsLessThan(bound, worst);
        Assert.IsGreaterThan(0, worst, "A sketch that is exact tells nothing of its bound.");
        Assert.IsLessThan(12.0 / Size, bound, "The bound must be of the order of one part of the room.");
        Assert.AreEqual((values[0], values[^1], (long)Rows), (sketch.Least, sketch.Greatest, sketch.Count));
        Assert.AreEqual((values[0], values[^1]), (ranks.Least, ranks.Greatest));
    }

    [TestMethod]
    public void ErrorBound_FewerValuesThanThereIsRoomFor_IsZero()
    {
        var sketch = Sketch([.. Enumerable.Range(0, Size).Select(row => (double)row)]);

        Assert.AreEqual(0, sketch.ErrorBound(Chance));
        Assert.AreEqual(0.25, sketch.ToRanks(value => value).Below(64));
    }

    [TestMethod]
    public void Below_OverManySketches_IsTrueInTheMean()
    {
        double[] values = [.. Enumerable.Range(0, 5_000).Select(row => (double)(row * 7 % 5_000))];

        var mean = Enumerable.Range(0, 200).Average(seed => Sketch(values, seed, size: 16).ToRanks(value => value).Below(1_250));

        Assert.AreEqual(0.25, mean, 0.01);
    }

    private static KllSketch<double> Sketch(double[] values, int seed = 1, int size = Size)
    {
        var random = new Random(seed);
        var sketch = new KllSketch<double>(size, _ => random.Next(2) == 0);
        foreach (var value in values) sketch.Add(value);
        return sketch;
    }
}
