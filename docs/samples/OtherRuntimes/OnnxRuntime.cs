#:package Microsoft.ML.OnnxRuntime.Managed
// Makes rows of a table with ONNX Runtime alone: dotnet run OnnxRuntime.cs generator.onnx education=Masters occupation=
using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

const int Rows = 5;
using var session = new InferenceSession(args[0]);
var manifest = JsonDocument.Parse(session.ModelMetadata.CustomMetadataMap["gan.manifest"]).RootElement;
var columns = manifest.GetProperty("columns").EnumerateArray().ToList();
var where = args.Skip(1).Select(text => text.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

var random = new Random(1);
var latent = new DenseTensor<float>([Rows, manifest.GetProperty("latentSize").GetInt32()]);
for (var i = 0; i < latent.Length; i++) latent.SetValue(i, Normal());                              // N(0, I)
var codes = columns.Where(column => column.GetProperty("given").ValueKind is JsonValueKind.Number).Select(CodeOf).ToArray();
var given = new DenseTensor<long>([Rows, codes.Length]);
for (var i = 0; i < given.Length; i++) given.SetValue(i, codes[i % codes.Length]);

using var outputs = session.Run(
    [NamedOnnxValue.CreateFromTensor("Latent", latent), NamedOnnxValue.CreateFromTensor("Given", given)],
    [.. columns.Select(column => column.GetProperty("tensor").GetString()!)]);
var cells = outputs.Select(output => ((System.Collections.IEnumerable)output.Value).Cast<object>().ToArray()).ToArray();
Console.WriteLine(string.Join('\t', columns.Select(column => column.GetProperty("name").GetString())));
for (var row = 0; row < Rows; row++) Console.WriteLine(string.Join('\t', cells.Select(column => column[row])));

// -1: not given; -2: missing; -3: not missing; else the category's position
long CodeOf(JsonElement column)
{
    if (!where.TryGetValue(column.GetProperty("name").GetString()!, out var text)) return -1;
    var category = column.GetProperty("categories").EnumerateArray().Select(category => category.GetString()).ToList().IndexOf(text);
    return category >= 0 ? category : text == "" ? -2 : text == "*" ? -3 : throw new ArgumentException($"'{text}' must be a category, but is none.");
}

float Normal() => MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle());
