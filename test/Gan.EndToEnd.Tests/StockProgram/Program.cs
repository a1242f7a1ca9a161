using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

var folder = args[0];
var mlContext = new MLContext();

var model = mlContext.Model.Load(PathOf("model.zip"), out _);
Save(model.Transform(Load("rows")), "scored");

var latents = Load("latents");
var onnx = mlContext.Transforms.ApplyOnnxModel(["Sample"], ["Latent", "Label"], PathOf("generator.onnx")).Fit(latents);
Save(onnx.Transform(latents), "samples");
Save(mlContext.Data.LoadFromEnumerable(RunOnce(latents)), "batch");

foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) Console.WriteLine(assembly.GetName().Name);

string PathOf(string name) => Path.Combine(folder, name);

IDataView Load(string name) => mlContext.Data.LoadFromBinary(PathOf($"{name}.idv"));

void Save(IDataView rows, string name)
{
    using var file = File.Create(PathOf($"{name}.idv"));
    mlContext.Data.SaveAsBinary(rows, file);
}

// All rows as one batch, by ONNX Runtime alone.
IEnumerable<Row> RunOnce(IDataView rows)
{
    var values = rows.GetColumn<float[]>("Latent").ToList();
    using var session = new InferenceSession(PathOf("generator.onnx"));
    using var latent = OrtValue.CreateTensorValueFromMemory(values.SelectMany(row => row).ToArray(), [values.Count, values[0].Length]);
    using var label = OrtValue.CreateTensorValueFromMemory(rows.GetColumn<uint>("Label").ToArray(), [values.Count, 1]);
    using var options = new RunOptions();
    using var outputs = session.Run(options, ["Latent", "Label"], [latent, label], ["Sample"]);
    var samples = outputs[0].GetTensorDataAsSpan<float>().ToArray();
    return samples.Chunk(samples.Length / values.Count).Select(sample => new Row { Sample = sample }).ToList();
}

internal sealed class Row
{
    public float[] Sample { get; set; } = [];
}
