using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Vectors;

/// <summary>What the defaults are for, on data small enough for a test; docs/benchmarks.md has the rest.</summary>
[TestClass]
public sealed class DefaultOptionsTests
{
    [TestMethod]
    public void Train_DefaultsOnAFewRowsInOddUnits_FindsAllModes()
    {
        float[][] rows = [.. Enumerable.Range(0, 200).Select(row => (Mode: row % 4, Offset: row / 4 % 5 - 2))
            .Select(row => new[] { 1e6f + 1000 * (row.Mode % 2) + 10 * row.Offset, -0.002f * (row.Mode / 2) + 2e-5f * row.Offset })];

        using var gan = TestRows.MLContext.Gan().Train(TestRows.Vectors(rows), new() { MaxRounds = 1_500, Device = TrainingDevice.Cpu });

        var modes = gan.Generator.Sample(1_000).GetColumn<float[]>("Sample")
            .Where(sample => Near(sample[0] - 1e6f, 1000) && Near(sample[1], -0.002f))
            .CountBy(sample => (sample[0] > 1e6f + 500, sample[1] < -0.001f)).ToList();
        Assert.HasCount(4, modes);
        Assert.IsGreaterThan(900, modes.Sum(mode => mode.Value));
    }

    /// <summary>Whether a value is within a tenth of the distance between modes of either.</summary>
    private static bool Near(float value, float distance) => Math.Min(Math.Abs(value), Math.Abs(value - distance)) < Math.Abs(distance) / 10;
}
