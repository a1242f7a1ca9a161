namespace Gan.Evaluation.Tests.Images.Measures;

/// <summary>Points of a normal distribution, of the tests' own generator.</summary>
internal static class Clouds
{
    public static float[][] Normal(int count, int dimension, int seed, double deviation = 1, double mean = 0)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(
            _ => Enumerable.Range(0, dimension).Select(_ => (float)(mean + deviation * Draw(random))).ToArray())];
    }

    private static double Draw(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
