#:project ../../src/Microsoft.ML.Gan
// Uses a generator's file as a service would: loaded once, in ML.NET, without TorchSharp.
using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Gan;

var file = Path.Combine(Directory.CreateTempSubdirectory("flowers-").FullName, "generator.onnx");
Train(file);

var mlContext = new MLContext();
using var generator = mlContext.Gan().LoadGenerator(file);
foreach (var flower in generator.Sample(count: 3, seed: 7).GetColumn<float[]>("Sample"))
    Console.WriteLine($"Made from the file: {flower[0]:F1} cm long, {flower[1]:F1} cm wide");

var watch = Stopwatch.StartNew();
var length = generator.Sample(count: 100_000, seed: 8).GetColumn<float[]>("Sample").Average(flower => flower[0]);
Console.WriteLine($"100,000 flowers in {watch.Elapsed.TotalSeconds:F1} s, {length:F1} cm long on average");

// Any program with ML.NET makes the same flowers from the same latent vectors.
var latents = mlContext.Gan().Latents(3, generator.LatentSize, seed: 7);
var stock = mlContext.Transforms.ApplyOnnxModel("Sample", "Latent", file).Fit(latents).Transform(latents);
foreach (var flower in stock.GetColumn<float[]>("Sample")) Console.WriteLine($"Made by ML.NET alone: {flower[0]:F1} cm long, {flower[1]:F1} cm wide");

static void Train(string file)
{
    var mlContext = new MLContext(seed: 1);
    var random = new Random(1);
    var flowers = Enumerable.Range(0, 500).Select(_ => Flower.Of(length: 2 + 4 * random.NextSingle(), spread: random.NextSingle() / 2)).ToList();
    var options = new GanTrainer.Options { Architecture = GanArchitectures.Mlp(), MaxRounds = 300, Seed = 1 };
    using var gan = mlContext.Gan().Train(mlContext.Data.LoadFromEnumerable(flowers), options);
    gan.SaveGenerator(file);
}

internal sealed record Flower([property: VectorType(2)] float[] Features)
{
    public static Flower Of(float length, float spread) => new([length, length / 3 + spread]);
}
