using Gan.Onnx;

namespace Microsoft.ML.Gan.Tests.Tabular;

/// <summary>A table whose columns tell of each other, and one fit of it for all tests that read it.</summary>
internal static class LinkedTable
{
    private static readonly Lazy<TabularGanTransformer> Fit = new(
        () => TestTables.Train(Of(1500, seed: 5), TestTables.Quick(1500) with { Width = 48, BatchSize = 128, EmaHalfLifeInSamples = 10_000 }));

    public static TabularGenerator Generator => Fit.Value.Generator;

    /// <summary>
    /// X is normal; Y is 2 X and 3 in group "b", with a deviation of 0.3; Hours are 20 in "b", else 40 mostly; Day is a date; Score may be missing.
    /// </summary>
    public static TestTable Of(int rows, int seed)
    {
        var random = new Random(seed);
        string[] groups = [.. Enumerable.Range(0, rows).Select(_ => random.Next(3) == 0 ? "b" : "a")];
        double[] x = [.. groups.Select(_ => TestTables.Normal(random))];
        return new TestTable(rows)
            .Texts("Group", row => groups[row])
            .Add("X", row => Math.Round(x[row], 3))
            .Add("Y", row => (float)(2 * x[row] + (groups[row] == "b" ? 3 : 0) + 0.3 * TestTables.Normal(random)))
            .Add("Hours", row => groups[row] == "b" ? 20 : random.Next(10) < 8 ? 40 : random.Next(30, 60))
            .Add("Day", _ => new DateTime(2024, 1, 1).AddDays(random.Next(366)))
            .Add("Score", row => random.Next(5) == 0 ? float.NaN : (float)(x[row] + TestTables.Normal(random)))
            .Texts("Colour", _ => random.Next(10) switch { 0 => "", < 4 => "red", < 8 => "green", _ => "blue" });
    }
}
