#:project ../../src/Microsoft.ML.Gan
// Trains a GAN on points of the plane, and draws real points beside generated ones.
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Gan;

var mlContext = new MLContext(seed: 1);
var random = new Random(1);
var points = Enumerable.Range(0, 2_000).Select(_ => Dot.NearSquare(random)).ToList();
var data = mlContext.Data.LoadFromEnumerable(points);

using var gan = mlContext.Gan().Train(data, new GanTrainer.Options { Architecture = GanArchitectures.Mlp(), MaxRounds = 500, Seed = 1 });
gan.SaveGenerator(Path.Combine(Path.GetTempPath(), "vectors.onnx"));

var made = gan.Generator.Sample(count: 2_000, seed: 7).GetColumn<float[]>("Sample").ToList();
var (real, generated) = (Draw(points.Select(point => point.Features)), Draw(made));
foreach (var (left, right) in real.Zip(generated)) Console.WriteLine($"{left}   {right}");
Console.WriteLine($"{"2,000 real points",-33}   2,000 generated ones");

static string[] Draw(IEnumerable<float[]> points)
{
    var counts = points.CountBy(point => ((int)Math.Round(8 - 5 * point[1]), (int)Math.Round(16 + 10 * point[0]))).ToDictionary();
    return [.. Enumerable.Range(0, 17).Select(y => string.Concat(Enumerable.Range(0, 33).Select(x => Shade(counts.GetValueOrDefault((y, x))))))];
}

static char Shade(int count) => " .:+#"[Math.Min(4, (count + 3) / 4)];

internal sealed record Dot([property: VectorType(2)] float[] Features)
{
    /// <summary>A point near one of the corners of a square.</summary>
    public static Dot NearSquare(Random random) => new([Corner(random) + Little(random), Corner(random) + Little(random)]);

    private static int Corner(Random random) => random.Next(2) * 2 - 1;

    private static float Little(Random random) => (random.NextSingle() + random.NextSingle() + random.NextSingle() - 1.5f) * 0.3f;
}
