using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Gan;

var mlContext = new MLContext(seed: 1);
var random = new Random(1);
var points = mlContext.Data.LoadFromEnumerable(Enumerable.Range(0, 2000).Select(_ => Point.OnCircle(random.NextDouble())).ToList());

using var gan = mlContext.Gan().Train(points);
gan.SaveGenerator("generator.onnx");

using var generator = new MLContext().Gan().LoadGenerator("generator.onnx");      // in another program: no TorchSharp needed
foreach (var sample in generator.Sample(count: 5, seed: 7).GetColumn<float[]>("Sample"))
    Console.WriteLine($"{sample[0]:F2} {sample[1]:F2}");

public sealed class Point
{
    [VectorType(2)] public required float[] Features { get; init; }
    public static Point OnCircle(double u) => new() { Features = [(float)Math.Cos(2 * Math.PI * u), (float)Math.Sin(2 * Math.PI * u)] };
}
