using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Gan;

var random = new Random(1);
var mlContext = new MLContext(seed: 1);
var points = mlContext.Data.LoadFromEnumerable(Enumerable.Range(0, 256).Select(_ => new Point { Features = [random.NextSingle(), random.NextSingle()] }));

using var trained = mlContext.Gan().Train(points, new GanTrainer.Options { MaxRounds = 20, BatchSize = 32 });
trained.SaveGenerator("generator.onnx");
using var generator = new MLContext().Gan().LoadGenerator("generator.onnx");
var samples = generator.Sample(count: 8, seed: 3).GetColumn<float[]>("Sample").ToList();

if (samples.Count != 8 || samples.Exists(sample => sample.Length != 2 || !sample.All(float.IsFinite)))
    throw new InvalidOperationException("The generator must give 8 samples of 2 finite values.");
Console.WriteLine("done");

internal sealed class Point
{
    [VectorType(2)]
    public float[] Features { get; set; } = [];
}
