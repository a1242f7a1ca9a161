using Microsoft.ML;
using Microsoft.ML.Data;
using TorchSharp;

var mlContext = new MLContext(seed: 1);
var rows = mlContext.Data.LoadFromEnumerable(Enumerable.Range(0, 4).Select(i => new Row { Value = i }));
var sum = torch.tensor(rows.GetColumn<float>("Value").ToArray()).sum().item<float>();
if (sum != 6) throw new InvalidOperationException($"The sum must be 6, but was {sum}.");
Console.WriteLine("done");

internal sealed class Row
{
    public float Value { get; set; }
}
