#:package Microsoft.ML
#:package Microsoft.ML.OnnxTransformer
// Makes rows of a table with stock ML.NET: dotnet run MLNet.cs generator.onnx rows.tsv education=Masters occupation=
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

using var session = new InferenceSession(args[0]);                                                 // for what the file says of itself
var manifest = JsonDocument.Parse(session.ModelMetadata.CustomMetadataMap["gan.manifest"]).RootElement;
var columns = manifest.GetProperty("columns").EnumerateArray().ToList();
var where = args.Skip(2).Select(text => text.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
long[] codes = [.. columns.Where(column => column.GetProperty("given").ValueKind is JsonValueKind.Number).Select(CodeOf)];
var latentSize = manifest.GetProperty("latentSize").GetInt32();

var random = new Random(1);
var schema = SchemaDefinition.Create(typeof(Input));
schema["Latent"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, latentSize);
schema["Given"].ColumnType = new VectorDataViewType(NumberDataViewType.Int64, codes.Length);
var mlContext = new MLContext();
var inputs = mlContext.Data.LoadFromEnumerable(
    Enumerable.Range(0, 5).Select(_ => new Input([.. Enumerable.Range(0, latentSize).Select(_ => Normal())], codes)).ToList(), schema);
string[] outputs = [.. columns.Select(column => column.GetProperty("tensor").GetString()!)];
var rows = mlContext.Transforms.ApplyOnnxModel(outputs, ["Latent", "Given"], args[0])
    .Append(mlContext.Transforms.SelectColumns(outputs)).Fit(inputs).Transform(inputs);
using var file = File.Create(args[1]);
mlContext.Data.SaveAsText(rows, file, schema: false);

// -1: not given; -2: missing; -3: not missing; else the category's position
long CodeOf(JsonElement column)
{
    if (!where.TryGetValue(column.GetProperty("name").GetString()!, out var text)) return -1;
    var category = column.GetProperty("categories").EnumerateArray().Select(category => category.GetString()).ToList().IndexOf(text);
    return category >= 0 ? category : text == "" ? -2 : text == "*" ? -3 : throw new ArgumentException($"'{text}' must be a category, but is none.");
}

float Normal() => MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle());

internal sealed record Input(float[] Latent, long[] Given);
