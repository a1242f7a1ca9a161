using Gan.Tool.Benchmarks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Tool.Tests.Benchmarks;

[TestClass]
public sealed class StackedDigitsBenchmarkTests
{
    private static readonly StackedDigitsBenchmark Benchmark = new();

    [TestMethod]
    public void Judge_RealRows_FindsAllModesAboutAsOftenAsEachOther()
    {
        var rows = Benchmark.Rows(new MLContext(), seed: 3).GetColumn<float[]>("Features").ToList();

        var result = Benchmark.Judge(rows);

        Assert.HasCount(Benchmark.Samples, rows);
        Assert.AreEqual(3 * 8 * 8, rows[0].Length);
        Assert.AreEqual(1_000, result.Modes);
        Assert.IsLessThan(0.01, result.ReverseKl);
    }

    [TestMethod]
    public void Judge_OneTripleOverAndOver_IsOneModeAtTheGreatestDistance()
    {
        var row = Benchmark.Rows(new MLContext(), seed: 0).GetColumn<float[]>("Features").First();

        var result = Benchmark.Judge([.. Enumerable.Repeat(row, 50)]);

        Assert.AreEqual(1, result.Modes);
        Assert.AreEqual(Math.Log(1_000), result.ReverseKl, 1e-9);
    }
}
